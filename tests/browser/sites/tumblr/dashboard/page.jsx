// Tumblr. Its block editor is WordPress's own with another shell: this imitates what matters of it. One editable a paragraph,
// Enter makes the next one, the undo is the editor's own and goes over all of them; every class of the form is drawn anew.

import { join, model, ready, received } from "../../common/site.js";

const glass = document.getElementById("glass-container");
const drawn = () => Math.random().toString(36).slice(2, 7);
const node = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};
// What the browser puts into an emptied block is no text.
const words = (block) => {
  const parts = [...block.childNodes].map((it) => (it.nodeName === "BR" ? "\n" : it.textContent));
  return parts.join("").replace(/\n$/, "");
};

function open() {
  const flow = node("div", { class: "block-editor-writing-flow", tabindex: "-1" });
  const tags = node("textarea", { "aria-label": "Tags", placeholder: "#add tags to help people find your post" });
  const icon = node("span", { class: drawn() });
  const close = node("button", { type: "button", class: drawn() }, "Close");
  const menu = node("button", { type: "button", class: drawn(), "aria-label": "Options" });
  menu.append(document.createElementNS("http://www.w3.org/2000/svg", "svg"));
  const post = node("button", { type: "button", class: drawn(), disabled: "" }, node("span", {}, "Post now"));
  const form = node("div", { role: "dialog", class: drawn() }, flow, tags, node("div", {}, close, icon, post, menu));
  glass.replaceChildren(form);

  const blocks = () => [...flow.querySelectorAll("[data-type='core/paragraph']")];
  const state = () => blocks().map(words);
  const past = [[""]];
  let typing = 0;
  const caret = (block, at) => {
    block.focus();
    const text = block.firstChild?.nodeType === Node.TEXT_NODE ? block.firstChild : block;
    getSelection().collapse(text, Math.min(at, text.length ?? 0));
  };
  const make = (text) =>
    node(
      "p",
      {
        class: "block-editor-rich-text__editable block-editor-block-list__block wp-block wp-block-paragraph rich-text",
        contenteditable: "true",
        role: "document",
        "data-type": "core/paragraph",
        "data-title": "Paragraph",
      },
      text,
    );
  const keep = (letters) => {
    const now = state();
    post.disabled = !now.some((text) => text.trim());
    if (JSON.stringify(now) === JSON.stringify(past.at(-1))) return;
    // A run of letters is one step back.
    if (letters && typing && performance.now() - typing < 500 && past.length > 1) past.pop();
    typing = letters ? performance.now() : 0;
    past.push(now);
  };
  const show = (texts) => {
    flow.replaceChildren(...texts.map(make));
    caret(blocks().at(-1), texts.at(-1).length);
    post.disabled = !texts.some((text) => text.trim());
  };
  const undo = () => {
    typing = 0;
    if (past.length < 2) return;
    past.pop();
    show(past.at(-1));
  };
  const offset = (block) => {
    const range = getSelection().getRangeAt(0).cloneRange();
    range.setStart(block, 0);
    return range.toString().length;
  };
  flow.addEventListener("keydown", (event) => {
    const block = event.target.closest?.("[contenteditable]");
    if (!block || event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      event.preventDefault();
      undo();
    } else if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const [text, at] = [words(block), offset(block)];
      const next = make(text.slice(at));
      block.replaceChildren(text.slice(0, at));
      block.after(next);
      caret(next, 0);
      keep(false);
    } else if (event.key === "Backspace" && blocks().indexOf(block) > 0 && getSelection().isCollapsed && offset(block) === 0) {
      event.preventDefault();
      const before = block.previousElementSibling;
      const [text, at] = [words(before), words(before).length];
      before.replaceChildren(text + words(block));
      block.remove();
      caret(before, at);
      keep(false);
    }
  });
  flow.addEventListener("beforeinput", (event) => {
    if (event.inputType === "historyUndo") event.preventDefault();
  });
  flow.addEventListener("input", (event) => keep(event.inputType === "insertText"));
  close.addEventListener("click", () => glass.replaceChildren());
  post.addEventListener("click", () => {
    const texts = [...state(), tags.value].filter((text) => text.trim());
    received(join(texts), texts);
    glass.replaceChildren();
    model("post", () => "");
  });
  model("post", () => join([tags.value, ...state()].filter((text, at) => at > 0 || text)));
  show([""]);
}

document.querySelector("[aria-label='Create a post']").addEventListener("click", open);
const message = document.querySelector(".message");
model("message", () => message.value);
document.querySelector(".send").addEventListener("click", () => received(message.value, undefined, "message"));
ready();
