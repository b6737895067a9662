// YouTube's own comment box: a bare contenteditable, a button that is enabled by text, Ctrl+Enter.

import { model, received } from "../common/site.js";

export function box(place, id, label) {
  place.replaceChildren();
  const box = document.createElement("ytd-commentbox");
  const root = document.createElement("div");
  root.id = "contenteditable-root";
  root.contentEditable = "true";
  root.setAttribute("role", "textbox");
  root.setAttribute("aria-label", label);
  const holder = document.createElement("div");
  holder.id = "submit-button";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Comment";
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.textContent = "Cancel";
  holder.append(button);
  box.append(root, cancel, holder);
  place.append(box);
  const text = () => root.innerText.replace(/\n$/, "");
  const change = () => {
    button.disabled = !text().trim();
    button.setAttribute("aria-disabled", String(button.disabled));
  };
  const send = () => {
    if (!text().trim()) return;
    received(text());
    root.textContent = "";
    change();
  };
  root.addEventListener("input", change);
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  });
  button.addEventListener("click", send);
  model(id, text);
  change();
}
