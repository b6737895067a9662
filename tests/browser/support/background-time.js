// Bench only, before the background: how long it works on each draft, from the message to the verdict handed over, or
// from one verdict to the next where drafts came in a row, and how much memory its program takes.
(() => {
  const told = { began: performance.now(), loaded: 0, first: 0, spent: [], row: [], memory: 0 };
  let memory;
  const Real = WebAssembly.Instance;
  WebAssembly.Instance = function (...all) {
    const made = new Real(...all);
    memory = made.exports.memory;
    told.loaded = performance.now() - told.began;
    return made;
  };
  const add = chrome.runtime.onConnect.addListener.bind(chrome.runtime.onConnect);
  let begun = 0;
  let last = 0;
  const time = (port) => {
    const hear = port.onMessage.addListener.bind(port.onMessage);
    port.onMessage.addListener = (body) => hear((...all) => {
      begun = performance.now();
      return body(...all);
    });
    const post = port.postMessage.bind(port);
    port.postMessage = (message) => {
      if (message.verdict) {
        const now = performance.now();
        told.spent.push(now - begun);
        told.row.push(now - last);
        last = now;
        told.first ||= performance.now() - told.began;
      }
      return post(message);
    };
  };
  chrome.runtime.onConnect.addListener = (body) => add((port) => {
    if (port.name === 'bench') {
      port.postMessage({ ...told, memory: memory?.buffer.byteLength ?? 0 });
      told.spent = [];
      told.row = [];
    } else {
      time(port);
      body(port);
    }
  });
})();
