// A post with comments under it; the box comes once the line "Join the conversation" is pressed.

import { model, ready, received } from "../common/site.js";
import { header, make } from "./elements.jsx";

/** `mode`: "richtext" or "markdown". */
export function page(mode) {
  const trigger = make("faceplate-textarea-input", { "data-testid": "trigger-button", tabindex: "0" }, "Join the conversation");
  const host = make("comment-composer-host", {}, trigger);
  const post = make(
    "shreddit-post",
    { "post-title": "Our bakery is closed today after the fire on Mill Street." },
    make("h1", { slot: "title" }, "Our bakery is closed today after the fire on Mill Street."),
    make("div", { slot: "text-body" }, make("p", {}, "Nobody was hurt.")),
  );
  const comment = make("shreddit-comment", { thingid: "t1_a", author: "ada", depth: "0" }, make("div", { slot: "comment" }, make("p", {}, "Oh no.")));
  document.getElementById("main-content").append(header(), post, host, make("shreddit-comment-tree", {}, comment));

  let box = null;
  model("comment", () => box?.text ?? "");
  trigger.addEventListener("click", () => {
    const send = make("button", { slot: "submit-button", type: "submit", disabled: "" }, make("span", {}, "Comment"));
    const cancel = make("button", { slot: "cancel-button", type: "button" }, "Cancel");
    box = make("shreddit-composer", { mode }, cancel, send);
    const form = make("faceplate-form", { action: "/t3_bakery/create-comment" }, box);
    trigger.replaceWith(form);
    const close = () => {
      box = null;
      form.replaceWith(trigger);
    };
    cancel.addEventListener("click", close);
    box.addEventListener("composer-changed", () => (send.disabled = !box?.text.trim()));
    box.addEventListener("comment", () => {
      received(box.text);
      close();
    });
  });
  ready();
}
