// Naver Cafe: a comment is a text area, its button a link.

import { model, ready, received } from "../../common/site.js";

const area = document.querySelector(".comment_inbox_text");
model("comment", () => area.value);
document.querySelector(".btn_register").addEventListener("click", (event) => {
  event.preventDefault();
  if (!area.value.trim()) return;
  received(area.value);
  area.value = "";
});
ready();
