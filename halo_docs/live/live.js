/* The page's half of the live preview. It listens to the news: a page of an older build loads itself
   again where the reader was, and what is wrong stands on top of the last good page. */
(function () {
  "use strict";
  var script = document.currentScript;
  var memory = "live-preview-place";
  var panel = null;
  var dismissed = "";

  function reload() {
    var place = { path: location.pathname, x: window.scrollX, y: window.scrollY };
    sessionStorage.setItem(memory, JSON.stringify(place));
    history.scrollRestoration = "manual";
    location.reload();
  }

  function restore() {
    var place = JSON.parse(sessionStorage.getItem(memory) || "null");
    sessionStorage.removeItem(memory);
    if (!place || place.path !== location.pathname) { return; }
    function scroll() {
      window.scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    }
    scroll();
    window.addEventListener("load", function () {
      scroll();
      history.scrollRestoration = "auto";
    });
  }

  function element(name, text, parent) {
    var made = document.createElement(name);
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  function hide() {
    if (panel) { panel.remove(); }
    panel = null;
  }

  function show(problems) {
    hide();
    var told = problems.join("\n");
    if (!problems.length || told === dismissed) { return; }
    panel = document.createElement("div");
    panel.id = "live-problems";
    panel.setAttribute("role", "alert");
    panel.lang = "en";
    panel.dir = "ltr";
    var root = panel.attachShadow({ mode: "open" });
    element("style",
      ":host{all:initial;position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:50vh;overflow:auto;" +
      "background:#1d1113;color:#fff;border-top:4px solid #ff6b6b;padding:12px 16px;" +
      "font:14px/1.5 system-ui,sans-serif}" +
      "ul{margin:8px 0 0;padding:0;list-style:none}" +
      "li{font-family:ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}" +
      "button{float:right;font:inherit;color:inherit;background:none;border:1px solid;border-radius:4px}", root);
    var close = element("button", "Hide", root);
    close.addEventListener("click", function () { dismissed = told; hide(); });
    element("strong", problems.length === 1 ? "1 problem" : problems.length + " problems", root);
    var list = element("ul", "", root);
    problems.forEach(function (line) { element("li", line, list); });
    document.body.appendChild(panel);
  }

  function link(address) {
    var made = element("a", "PDF", document.body);
    made.href = address;
    made.id = "live-pdf";
    made.target = "_blank";
    made.style.cssText = "position:fixed;right:8px;bottom:8px;z-index:2147483646;padding:2px 8px;" +
      "background:#1d1113;color:#fff;border-radius:4px;font:14px system-ui,sans-serif";
  }

  restore();
  if (script.dataset.pdf) { link(script.dataset.pdf); }
  new EventSource(script.dataset.events).onmessage = function (event) {
    var news = JSON.parse(event.data);
    if (news.version !== script.dataset.version) { reload(); return; }
    if (!news.problems.length) { dismissed = ""; }
    show(news.problems);
  };
})();
