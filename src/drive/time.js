// Bench only: how long the content script keeps the main thread. Stands before it, in the same isolated world, and times
// every callback it registers.
(() => {
  const spent = { listeners: 0, timers: 0, observers: 0, frames: 0, messages: 0 };
  const timed = (kind, body) => typeof body === 'function' ? function (...all) {
    const begun = performance.now();
    try { return body.apply(this, all); } finally { spent[kind] += performance.now() - begun; }
  } : body;
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, body, options) { return add.call(this, type, timed('listeners', body), options); };
  for (const [name, kind] of [['setTimeout', 'timers'], ['requestAnimationFrame', 'frames']]) {
    const real = globalThis[name];
    globalThis[name] = (body, ...rest) => real.call(window, timed(kind, body), ...rest);
  }
  for (const name of ['MutationObserver', 'ResizeObserver']) {
    const Real = globalThis[name];
    globalThis[name] = function (body) { return new Real(timed('observers', body)); };
  }
  const connect = chrome.runtime.connect;
  try {
    chrome.runtime.connect = function (...all) {
      const port = connect.apply(chrome.runtime, all);
      const hear = port.onMessage.addListener.bind(port.onMessage);
      port.onMessage.addListener = (body) => hear(timed('messages', body));
      return port;
    };
  } catch { /* read-only in this browser: messages are not counted */ }
  document.addEventListener('nunchi-time', () => {
    document.documentElement.setAttribute('data-time', JSON.stringify(spent));
    for (const kind of Object.keys(spent)) spent[kind] = 0;
  });
})();
