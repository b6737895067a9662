// Under a blog post: Naver's comment box, the same on all its services.

import { model, ready, received } from "../../common/site.js";

const box = document.querySelector(".u_cbox_text");
const text = () => box.innerText.replace(/\n$/, "");
model("comment", text);
document.querySelector(".u_cbox_btn_upload").addEventListener("click", () => {
  if (!text().trim()) return;
  received(text());
  box.textContent = "";
});
ready();
