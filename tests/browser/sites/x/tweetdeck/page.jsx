// The old TweetDeck, as an extension serves it: text areas, a button whose class says that it is off, one box for posts
// and for direct messages, and a box in a column for a reply.

import { model, ready, received } from "../../common/site.js";

const find = (css, from = document) => from.querySelector(css);

/** One box with its button. `how`: what the person writes there now. */
function wire(id, box, how) {
  const area = find(".js-compose-text", box);
  const button = find(".js-send-button", box);
  const off = () => button.classList.toggle("is-disabled", !area.value.trim());
  const send = () => {
    if (!area.value.trim()) return;
    received(area.value, undefined, how());
    area.value = "";
    off();
  };
  model(id, () => area.value);
  area.addEventListener("input", off);
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  });
  button.addEventListener("click", send);
}

const drawer = find(".js-docked-compose");
const to = find(".js-compose-message-recipient-container");
wire("post", drawer, () => (to.classList.contains("is-hidden") ? "post" : "message"));
find(".js-dm-button").addEventListener("click", () => to.classList.remove("is-hidden"));
find(".js-tweet-button").addEventListener("click", () => to.classList.add("is-hidden"));
find(".js-reply-action").addEventListener("click", () => {
  const box = document.createElement("div");
  box.className = "js-inline-reply inline-reply";
  const text = document.createElement("div");
  text.className = "compose-text-container";
  const area = document.createElement("textarea");
  area.className = "js-compose-text compose-text";
  text.append(area);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "js-send-button btn is-disabled";
  button.textContent = "Reply";
  box.append(text, button);
  find(".js-inline-slot").replaceChildren(box);
  wire("reply", box, () => "post");
});
ready();
