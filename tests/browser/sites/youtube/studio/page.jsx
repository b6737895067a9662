// YouTube Studio: a reply to a comment, and the form of an upload.

import { join, model, ready, received } from "../../common/site.js";

const area = document.querySelector("ytcp-commentbox textarea");
const reply = document.querySelector("ytcp-comment-button button");
const send = () => {
  if (!area.value.trim()) return;
  received(area.value);
  area.value = "";
  reply.disabled = true;
};
area.addEventListener("input", () => (reply.disabled = !area.value.trim()));
area.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
});
reply.addEventListener("click", send);
model("studio-reply", () => area.value);

const fields = [...document.querySelectorAll("#textbox")];
const text = () => join(fields.map((field) => field.innerText.replace(/\n$/, "")).filter((it) => it));
model("upload", text);
document.querySelector("#done-button").addEventListener("click", () => {
  if (!text().trim()) return;
  received(text());
  fields.forEach((field) => (field.textContent = ""));
});
ready();
