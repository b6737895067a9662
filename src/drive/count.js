// Test only: counts what the content script does while nobody writes. Stands before it, in the same isolated world.
(() => {
  const counts = {};
  const count = (name) => {
    counts[name] = (counts[name] ?? 0) + 1;
    document.documentElement?.setAttribute('data-counts', JSON.stringify(counts));
  };
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask']) {
    const real = globalThis[name];
    globalThis[name] = function (...all) { count(name); return real.apply(window, all); };
  }
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const Real = globalThis[name];
    globalThis[name] = function (...all) { count(name); return new Real(...all); };
  }
  for (const name of ['connect', 'sendMessage']) {
    const real = chrome.runtime[name];
    try { chrome.runtime[name] = function (...all) { count(name); return real.apply(chrome.runtime, all); }; } catch { /* read-only: not counted */ }
  }
  // The content script runs after this and before the page's first line.
  Promise.resolve().then(() => document.documentElement?.setAttribute('data-started', document.readyState));
  document.addEventListener('nunchi-fault', () => {
    Event.prototype.composedPath = () => { throw new Error('a fault of the test'); };
  });
})();
