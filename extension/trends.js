// The box of trends that X shows beside its own pages: read once when a person begins to write, and only where they
// asked for it in the options. No observer, no timer, nothing changed or fetched: the page cannot tell. No draft is read.
(() => {
  const COMPOSER = "[data-testid^='tweetTextarea_']";
  const TREND = "[data-testid='trend']";
  const [MOST, LONGEST] = [30, 200];
  const read = new WeakSet();
  // One line for each line that a person sees: the innermost of the blocks that carry text.
  const lines = (trend) => {
    const blocks = [...trend.querySelectorAll("[dir], span")].filter((it) => !it.querySelector("[dir], span"));
    return (blocks.length ? blocks : [trend]).map((it) => it.textContent.trim()).filter(Boolean).join("\n").slice(0, LONGEST);
  };
  addEventListener(
    "focusin",
    async (event) => {
      const composer = event.isTrusted && event.target?.closest?.(COMPOSER);
      if (!composer || read.has(composer)) return;
      // Chromium lets no script be registered for a host of the manifest alone: there this one stands always, and asks.
      const kept = await globalThis.chrome?.storage?.local.get("settings").catch(() => null);
      if (!kept?.settings?.page_trends || read.has(composer)) return;
      const trends = [...document.querySelectorAll(TREND)].slice(0, MOST).map(lines).filter(Boolean);
      // Not drawn yet: the next time that the person comes to the box.
      if (!trends.length) return;
      read.add(composer);
      // The extension may have been replaced since this page was loaded.
      try {
        chrome.runtime.sendMessage({ trends }).catch(() => {});
      } catch {}
    },
    true,
  );
})();
