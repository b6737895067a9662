// Reddit's custom elements: open shadow roots two and three deep, Lexical in the light DOM, buttons slotted.

import { createRoot } from "react-dom/client";
import { LexicalBox } from "../common/lexical.jsx";

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An open shadow root with the page's rules in it. */
function shadow(host, ...children) {
  const root = host.attachShadow({ mode: "open" });
  root.append(document.querySelector("link[rel='stylesheet']").cloneNode(), ...children);
  return root;
}

const changed = (from) => from.dispatchEvent(new CustomEvent("composer-changed", { bubbles: true, composed: true }));

/** The title: a textarea in its own shadow root. */
class Title extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    this.field = make("textarea", { name: "title", rows: "1", placeholder: "Title", maxlength: "300" });
    this.field.addEventListener("input", () => changed(this));
    this.field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    shadow(this, make("label", {}, this.field));
  }
}

/** The button that posts, beside the one that keeps a draft. */
class SubmitButton extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    this.button = make("button", { id: "inner-post-submit-button", type: "button", disabled: "" }, make("span", {}, "Post"));
    this.button.addEventListener("click", () => this.dispatchEvent(new CustomEvent("post", { bubbles: true })));
    shadow(this, make("button", { id: "inner-save-draft-button", type: "button" }, make("span", {}, "Save Draft")), this.button);
  }
}

class Markdown extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    this.field = make("textarea", { rows: "4", placeholder: "Body text" });
    this.field.addEventListener("input", () => changed(this));
    shadow(this, make("div", { class: "textarea-container" }, this.field));
  }
}

/** One box: rich text is a child in the light DOM, markdown a textarea two roots deep. */
class Composer extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const slots = [make("slot", { name: "rte" }), make("slot", { name: "cancel-button" }), make("slot", { name: "submit-button" })];
    if (this.getAttribute("mode") === "markdown") {
      this.markdown = make("shreddit-markdown-composer");
      shadow(this, this.markdown, ...slots);
    } else {
      shadow(this, ...slots);
      this.place = make("div", { slot: "rte" });
      this.append(this.place);
      this.rich();
    }
    this.addEventListener("click", (event) => {
      const button = event.target.closest?.("button[slot='submit-button']");
      if (button && !button.disabled) this.dispatchEvent(new CustomEvent("comment", { bubbles: true }));
    });
  }

  get text() {
    return this.markdown ? this.markdown.field.value : (this.now ?? "");
  }

  rich() {
    this.root ??= createRoot(this.place);
    this.count = (this.count ?? 0) + 1;
    this.now = "";
    this.root.render(
      <LexicalBox
        key={this.count}
        name="body"
        aria-label="Post body text field"
        onText={(text) => {
          this.now = text;
          changed(this);
        }}
      />,
    );
  }

  clear() {
    if (this.markdown) this.markdown.field.value = "";
    else this.rich();
    changed(this);
  }
}

customElements.define("post-composer-title", Title);
customElements.define("r-post-form-submit-button", SubmitButton);
customElements.define("shreddit-markdown-composer", Markdown);
customElements.define("shreddit-composer", Composer);

/** The search field of the header. */
export function header() {
  const field = make("input", { name: "q", type: "text", placeholder: "Search Reddit", enterkeyhint: "search" });
  return make("reddit-header-large", {}, make("faceplate-search-input", {}, field));
}
