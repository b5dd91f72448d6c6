"use strict";
// Tells all open pages which version is served: by one connection, as a browser has six for a server.
const pages = [];
let version = null;
const changes = new EventSource("/_serve/changes");
changes.onmessage = ({ data }) => {
  version = data;
  for (const page of pages) page.postMessage(version);
};
self.onconnect = ({ ports: [page] }) => {
  pages.push(page);
  if (version !== null) page.postMessage(version);
};
