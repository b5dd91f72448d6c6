"use strict";
// Tells all open pages which version is served: by one connection, as a browser has six for a server.
const pages = [];
let version = null;
const listen = () => {
  const changes = new EventSource("/_serve/changes");
  changes.onmessage = ({ data }) => {
    version = data;
    for (const page of pages) page.postMessage(version);
  };
  changes.onerror = () => {
    // It tries again by itself, but not when another server, which knows no changes, has answered.
    if (changes.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
  };
};
listen();
self.onconnect = ({ ports: [page] }) => {
  pages.push(page);
  if (version !== null) page.postMessage(version);
};
