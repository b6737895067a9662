// Bench only, beside the content script: sends drafts to the background, each after the answer to the last, or all in a row.
document.addEventListener('nunchi-drafts', async () => {
  const root = document.documentElement;
  const { drafts, row } = JSON.parse(root.getAttribute('data-drafts'));
  const begun = performance.now();
  const port = chrome.runtime.connect({ name: 'composer' });
  let answered;
  // In a row only the last answer is waited for.
  port.onMessage.addListener(({ verdict }) => {
    if (verdict && (!row || verdict.request === drafts.length)) answered();
  });
  port.postMessage({ hello: { site: 'x', page: 7 } });
  let first = 0;
  for (const [request, text] of drafts.entries()) {
    const answer = new Promise((resolve) => { answered = resolve; });
    port.postMessage({ review: { request: request + 1, composer: 1, draft: { text, kind: 'post', platform: 'x' } } });
    if (!row || request === drafts.length - 1) await answer;
    first ||= performance.now() - begun;
  }
  const told = await new Promise((resolve) => chrome.runtime.connect({ name: 'bench' }).onMessage.addListener(resolve));
  root.setAttribute('data-told', JSON.stringify({ ...told, reached: first }));
});
