// What every frozen page tells the tests: what it received, what its own listeners saw, what went wrong.

const page = new URL(document.currentScript.src).pathname.replace(/^\/__fixtures\/|\/page\.js$/g, "");
const models = new Map();

window.__posts = [];
window.__seen = [];
window.__errors = [];
window.__ready = false;

const seen = (event) => window.__seen.push(event.type + (event.isTrusted ? "" : "!"));
const types = "pointerdown mousedown pointerup mouseup touchstart touchend click keydown keypress keyup beforeinput submit";
for (const type of types.split(" ")) window.addEventListener(type, seen, true);

window.addEventListener("error", (event) => window.__errors.push(String(event.error?.stack ?? event.message)));
window.addEventListener("unhandledrejection", (event) => window.__errors.push(String(event.reason?.stack ?? event.reason)));
document.addEventListener("securitypolicyviolation", (event) =>
  window.__errors.push(`csp ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
);

/** The site's own server would get this: counted in the page and sent. */
export function received(text, boxes = [text], how = "post") {
  window.__posts.push({ text, boxes, how });
  fetch("/__received", { method: "POST", body: JSON.stringify({ page, text, boxes, how }) }).catch(() => {});
}
window.__received = received;

/** Says how the text of the composer `id` is read from its editor's own model. */
export function model(id, read) {
  models.set(id, read);
}
window.__models = () => [...models.values()].map((read) => read() ?? "");
window.__model = (id) => (id ? models.get(id) : [...models.values()][0])?.() ?? "";

export const join = (boxes) => boxes.join("\n\n");
export const ready = () => requestAnimationFrame(() => (window.__ready = true));

/** Meta's and React Native's buttons are no native ones: they handle Enter and Space themselves. */
export const pressKeys = (press) => (event) => {
  if ((event.key === "Enter" || event.key === " ") && !event.repeat) {
    event.preventDefault();
    press();
  }
};
