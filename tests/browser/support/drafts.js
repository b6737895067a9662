// Bench only, beside the content script: sends drafts to the background one after another, as fast as it answers.
document.addEventListener('nunchi-drafts', async () => {
  const root = document.documentElement;
  const drafts = JSON.parse(root.getAttribute('data-drafts'));
  const begun = performance.now();
  const port = chrome.runtime.connect({ name: 'composer' });
  let answered;
  port.onMessage.addListener((message) => { if (message.verdict) answered(message.verdict); });
  port.postMessage({ hello: { site: 'x', page: 7 } });
  let first = 0;
  for (const [request, text] of drafts.entries()) {
    const answer = new Promise((resolve) => { answered = resolve; });
    port.postMessage({ review: { request: request + 1, composer: 1, draft: { text, kind: 'post', platform: 'x' } } });
    await answer;
    first ||= performance.now() - begun;
  }
  const told = await new Promise((resolve) => chrome.runtime.connect({ name: 'bench' }).onMessage.addListener(resolve));
  root.setAttribute('data-told', JSON.stringify({ ...told, reached: first }));
});
