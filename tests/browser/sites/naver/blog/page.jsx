// Naver Blog. SmartEditor ONE is not published: this imitates what matters of it. The typing goes to a hidden buffer,
// the text is drawn as paragraphs that are not editable, and a button opens the layer whose own button publishes.

import { join, model, ready, received } from "../../common/site.js";

const buffer = document.querySelector(".input-buffer");
const layer = document.querySelector(".layer");
const texts = new Map();
let at = null;

const blocks = [...document.querySelectorAll(".se-component")];
for (const block of blocks) {
  texts.set(block, "");
  block.addEventListener("mousedown", (event) => {
    event.preventDefault();
    at = block;
    buffer.value = texts.get(block);
    buffer.focus();
  });
}
const draw = (block, text) => {
  texts.set(block, text);
  const lines = text.split("\n").map((line) => {
    const paragraph = document.createElement("p");
    paragraph.className = "se-text-paragraph";
    const span = document.createElement("span");
    span.textContent = line || "\u200b";
    paragraph.append(span);
    return paragraph;
  });
  block.firstElementChild.replaceChildren(...lines);
};
buffer.addEventListener("input", () => draw(at, buffer.value));

const read = () => join([...texts.values()].filter((text) => text));
model("post", read);
document.querySelector("[data-click-area='tpb.publish']").addEventListener("click", () => (layer.hidden = false));
document.querySelector("[data-testid='seOnePublishBtn']").addEventListener("click", () => {
  if (!read().trim()) return;
  received(read());
  blocks.forEach((block) => draw(block, ""));
  buffer.value = "";
  layer.hidden = true;
});
ready();
