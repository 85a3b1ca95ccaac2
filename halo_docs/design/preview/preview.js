/* Search, filters and keys of the translator's page. Without JavaScript everything is shown. */
(function () {
  "use strict";
  function byId(name) { return document.getElementById("filter--" + name); }
  function plain(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[\u00a0\u202f]/g, " ").toLowerCase();
  }
  var form = byId("form"), search = byId("search"), count = byId("count"), none = byId("none");
  var parts = Array.from(document.querySelectorAll("section.part")).map(function (element) {
    return { element: element, units: Array.from(element.querySelectorAll("section.unit")) };
  });
  var rows = Array.from(document.querySelectorAll(".message")).map(function (element) {
    return {
      element: element,
      unit: element.closest("section.unit"),
      part: element.closest("section.part").dataset.part,
      text: plain(Array.from(element.querySelectorAll(".key, .source, .target:not(.empty)"), function (node) {
        return node.textContent;
      }).join("\n"))
    };
  });

  function fits(row, words, state, kind, part, findings) {
    var data = row.element.dataset;
    return (!state || data.state === state) && (!kind || data.class === kind) &&
      (!part || row.part === part) && (!findings || "findings" in data) &&
      words.every(function (word) { return row.text.includes(word); });
  }
  function apply() {
    var words = plain(search.value).split(" ").filter(Boolean), shown = 0;
    var state = byId("state").value, kind = byId("class").value, part = byId("part").value;
    var findings = byId("findings").checked;
    var units = new Set();
    rows.forEach(function (row) {
      var fitting = fits(row, words, state, kind, part, findings);
      row.element.hidden = !fitting;
      if (fitting) { shown += 1; units.add(row.unit); }
    });
    parts.forEach(function (part) {
      part.units.forEach(function (unit) { unit.hidden = !units.has(unit); narrow(unit); });
      part.element.hidden = part.units.every(function (unit) { return unit.hidden; });
    });
    none.hidden = shown > 0;
    count.textContent = shown === rows.length ? shown + " messages" : shown + " of " + rows.length + " messages";
  }
  /* Of a long list or table, only what belongs to the messages that are left is shown. */
  function narrow(unit) {
    var names = new Set(Array.from(unit.querySelectorAll(".message:not([hidden])"), function (node) {
      return node.dataset.name;
    }));
    var partly = !unit.hidden && unit.querySelector(".message[hidden]") !== null, found = false;
    unit.querySelectorAll("[data-text]").forEach(function (node) {
      var fitting = partly && names.has(node.dataset.text);
      node.classList.toggle("found", fitting);
      found = found || fitting;
    });
    unit.classList.toggle("narrowed", found);
  }
  form.addEventListener("input", function () { apply(); window.scrollTo(0, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); move(0); });
  form.addEventListener("reset", function () { window.setTimeout(apply, 0); });

  /* The text of the message that is looked at is marked in the block. */
  var current = null;
  function look(element) {
    if (current === element) { return; }
    document.querySelectorAll(".current").forEach(function (node) { node.classList.remove("current"); });
    current = element;
    if (!element) { return; }
    element.classList.add("current");
    element.closest("section.unit").querySelectorAll("[data-text]").forEach(function (node) {
      if (node.dataset.text === element.dataset.name) { node.classList.add("current"); }
    });
  }
  function lookFrom(event) {
    var element = event.target.closest(".message");
    if (element) { look(element); }
  }
  document.addEventListener("focusin", lookFrom);
  document.addEventListener("click", lookFrom);

  function go(element) {
    look(element);
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "center" });
  }
  function move(by) {
    var seen = rows.filter(function (row) { return !row.element.hidden; }).map(function (row) { return row.element; });
    if (!seen.length) { return; }
    var at = seen.indexOf(current);
    if (at < 0) { at = by > 0 ? -1 : 0; }
    go(seen[Math.min(Math.max(at + by, 0), seen.length - 1)]);
  }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    var field = event.target.closest("input, select, textarea");
    if (field) {
      if (field === search && event.key === "Escape") { search.blur(); }
      if (field === search && event.key === "ArrowDown") { event.preventDefault(); move(1); }
      return;
    }
    var inside = event.target.closest(".message");
    if (event.key === "/") { event.preventDefault(); search.focus(); search.select(); }
    else if (event.key === "j" || (inside && event.key === "ArrowDown")) { event.preventDefault(); move(1); }
    else if (event.key === "k" || (inside && event.key === "ArrowUp")) { event.preventDefault(); move(-1); }
  });

  function follow() {
    var element = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (!element || !element.matches(".message")) { return; }
    if (element.hidden) { form.reset(); apply(); }
    go(element);
  }
  window.addEventListener("hashchange", follow);

  /* What can be scrolled sideways can be reached with the keyboard. */
  function reach() {
    document.querySelectorAll(".table-wrapper").forEach(function (node) {
      if (node.scrollWidth > node.clientWidth) { node.tabIndex = 0; } else { node.removeAttribute("tabindex"); }
    });
  }
  window.addEventListener("resize", reach);
  reach();
  apply();
  follow();
})();
