"use strict";
// Loads the page anew when another version of it is served; what was unfolded is unfolded again.
(() => {
  const { version } = document.currentScript.dataset;
  const place = `unfolded on ${location.pathname}`;
  const key = (part) => part.closest("[id]")?.id ?? part.textContent;
  const unfolded = new Set(JSON.parse(sessionStorage.getItem(place) ?? "[]"));
  sessionStorage.removeItem(place);
  for (const part of document.querySelectorAll("details")) part.open ||= unfolded.has(key(part));

  const hear = ({ data }) => {
    if (data === version) return;
    const open = Array.from(document.querySelectorAll("details[open]"), key);
    sessionStorage.setItem(place, JSON.stringify(open));
    location.reload();
  };
  const listen = () => {
    const worker = new SharedWorker("/_serve/worker.js");
    worker.port.onmessage = hear;
    worker.onerror = () => setTimeout(listen, 1000); // the server has ended before it was asked
  };
  listen();
})();
