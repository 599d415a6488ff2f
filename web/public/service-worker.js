// Shows a page of our own when the portal is opened without a network. It keeps nothing else: school data is never cached here.
const OFFLINE_PAGE = "/offline.html";
const CACHE = "offline-page-1";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add(OFFLINE_PAGE)));
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  event.respondWith(fetch(event.request).catch(() => caches.match(OFFLINE_PAGE)));
});
