// Keeps an open page up to date. The page works without it; what is shown comes from the server, never from here.
(function () {
  "use strict";
  var live = document.getElementById("live");
  if (!live || !window.fetch || !window.DOMParser) return;
  var stale = document.getElementById("stale");
  var LONGEST = 120, SLOWER = 4, PATIENCE = 20000;
  var timer = 0, failures = 0, asking = false;

  function seconds() { return Number(live.getAttribute("data-look")) || 0; }

  // A little by chance, so that the phones of a hall do not all ask in the same moment.
  function later(wait) {
    clearTimeout(timer);
    if (wait > 0) timer = setTimeout(look, wait * (900 + Math.random() * 200));
  }

  function look() {
    if (asking || document.hidden || seconds() <= 0) return;
    asking = true;
    var options = { cache: "no-store", credentials: "omit" };
    var giveUp = 0;
    if (window.AbortController) {
      var abort = new AbortController();
      options.signal = abort.signal;
      giveUp = setTimeout(function () { abort.abort(); }, PATIENCE);
    }
    var told = 0;
    fetch(location.href, options)
      .then(function (answer) {
        told = Number(answer.headers.get("Retry-After")) || 0;
        return answer.text();
      })
      .then(function (text) {
        var page = new DOMParser().parseFromString(text, "text/html");
        var fresh = page.getElementById("live");
        if (!fresh) throw new Error("no such page");
        failures = 0;
        show(page, fresh);
      })
      .catch(function () { failures += 1; })
      .then(function () {
        clearTimeout(giveUp);
        asking = false;
        if (stale) stale.hidden = failures < 2;
        later(Math.min(LONGEST, Math.max(told, seconds() * Math.min(SLOWER, Math.pow(2, failures)))));
      });
  }

  function show(page, fresh) {
    var before = live.getAttribute("data-event");
    var said = live.getAttribute("data-said");
    var focused = live.contains(document.activeElement) ? document.activeElement.id : "";
    live.innerHTML = fresh.innerHTML;
    ["data-look", "data-event", "data-said"].forEach(function (name) {
      live.setAttribute(name, fresh.getAttribute(name) || "");
    });
    document.title = page.title;
    if (focused && document.getElementById(focused)) document.getElementById(focused).focus();
    var now = live.getAttribute("data-event");
    var called = now !== before && now.indexOf("called") === 0;
    if (live.getAttribute("data-said") !== said) say(live.getAttribute("data-said"), called);
    live.classList.toggle("has-come", called);
    if (called) {
      window.scrollTo(0, 0);
      try { if (navigator.vibrate) navigator.vibrate([400, 150, 400, 150, 800]); } catch (ignored) { /* not allowed */ }
    }
  }

  function say(text, atOnce) {
    var place = document.getElementById(atOnce ? "said-at-once" : "said");
    if (place) place.textContent = text;
  }

  document.addEventListener("visibilitychange", function () { if (!document.hidden) look(); });
  window.addEventListener("online", look);
  later(seconds());
})();
