/* The language switcher keeps the section, and hides languages that this site does not hold.
   Without JavaScript the links are plain and lead to the page's start. */
(function () {
  "use strict";
  var known = window.MANUAL_LANGUAGES;
  function links() {
    return document.querySelectorAll(".manual-languages a[data-language]");
  }
  function follow() {
    links().forEach(function (link) {
      link.href = link.href.split("#")[0] + window.location.hash;
    });
  }
  document.addEventListener("DOMContentLoaded", function () {
    links().forEach(function (link) {
      link.hidden = Array.isArray(known) && known.indexOf(link.dataset.language) < 0;
    });
    follow();
    window.addEventListener("hashchange", follow);
  });
})();
