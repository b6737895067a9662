// old.reddit.com's comment form under a post.

import { model, ready, received } from "../../common/site.js";

const form = document.querySelector(".commentarea form.cloneable");
const text = form.elements.text;
model("comment", () => text.value);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!text.value.trim()) return;
  received(text.value);
  form.reset();
});
ready();
