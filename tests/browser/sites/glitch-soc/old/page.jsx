// glitch-soc's form until 2024, which forks still run: no form element, its own buttons, Alt+Enter for the second one.

import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import TextareaAutosize from "react-textarea-autosize";
import { join, model, ready, received } from "../../common/site.js";
import { Search, Status } from "../../mastodon/compose.jsx";

function Old() {
  const [text, setText] = useState("");
  const [warning, setWarning] = useState("");
  const [spoiler, setSpoiler] = useState(false);
  const parts = (spoiler ? [warning, text] : [text]).filter((it) => it);
  useEffect(() => model("post", () => join(parts)));
  const empty = !parts.join("").trim();
  const send = () => {
    if (empty) return;
    received(join(parts), parts);
    setText("");
    setWarning("");
    setSpoiler(false);
  };
  const keys = (event) => {
    if (event.keyCode === 13 && (event.ctrlKey || event.metaKey || event.altKey)) send();
  };
  return (
    <div className="compose-form">
      <div className={`spoiler-input ${spoiler ? "spoiler-input--visible" : ""}`} aria-hidden={!spoiler}>
        <input
          type="text"
          id="glitch.composer.spoiler.input"
          className="spoiler-input__input"
          disabled={!spoiler}
          hidden={!spoiler}
          value={warning}
          onChange={(event) => setWarning(event.target.value)}
          onKeyDown={keys}
        />
      </div>
      <div className="compose-form__autosuggest-wrapper">
        <div className="autosuggest-textarea">
          <TextareaAutosize
            className="autosuggest-textarea__textarea"
            placeholder="What is on your mind?"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={keys}
          />
        </div>
      </div>
      <div className="compose-form__buttons-wrapper">
        <button type="button" className="icon-button text-icon-button" onClick={() => setSpoiler(!spoiler)}>CW</button>
      </div>
      <div className="compose-form__publish">
        <div className="compose-form__publish-button-wrapper">
          <button type="button" className="button side_arm" title="Publish: Unlisted" disabled={empty} onClick={send}>
            <i className="fa fa-unlock" />
          </button>
        </div>
        <div className="compose-form__publish-button-wrapper">
          <button type="button" className="button primary" title="Publish: Public" disabled={empty} onClick={send}>
            Publish!
          </button>
        </div>
      </div>
    </div>
  );
}

createRoot(document.getElementById("mastodon")).render(
  <div className="ui flavour-glitch">
    <div className="drawer"><Search /><Old /></div>
    <div className="columns-area"><Status name="Ada">The library opens at nine.</Status></div>
  </div>,
);
ready();
