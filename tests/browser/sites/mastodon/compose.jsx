// Mastodon's compose form: textarea that grows, content warning, quoted post; Ctrl+Enter calls the handler, no submit event comes.

import { useEffect, useRef, useState } from "react";
import TextareaAutosize from "react-textarea-autosize";
import { join, model, received } from "../common/site.js";

/** `secondary`: glitch-soc's second button, which publishes with another visibility. */
export function ComposeForm({ reply, quoted, secondary }) {
  const [text, setText] = useState("");
  const [spoiler, setSpoiler] = useState(false);
  const [warning, setWarning] = useState("");
  const area = useRef(null);
  const parts = (body) => (spoiler ? [warning, body] : [body]).filter((it) => it);
  useEffect(() => model("post", () => join(parts(text))));
  const empty = !(warning + text).trim();

  const send = () => {
    // The real one reads the field again: extensions write into it.
    const body = area.current.value;
    if (!(warning + body).trim()) return;
    received(join(parts(body)), parts(body));
    setText("");
    setWarning("");
    setSpoiler(false);
  };
  const keys = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
  };
  return (
    <form
      className="compose-form"
      role="region"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {reply && (
        <div className="reply-indicator">
          <div className="reply-indicator__line" />
          <a href="/@baker" className="detailed-status__display-avatar"> </a>
          <div className="reply-indicator__main">
            <a href="/@baker" className="detailed-status__display-name">Baker</a>
            <div className="reply-indicator__content translate"><p>{reply}</p></div>
          </div>
        </div>
      )}
      <div className="navigation-bar">
        <a className="account__display-name" title="tahoe" href="/@tahoe">tahoe</a>
      </div>
      <div className="compose-form__highlightable">
        <div className="compose-form__dropdowns">
          <button type="button" className="dropdown-button" aria-haspopup="true">Public</button>
        </div>
        {spoiler && (
          <div className="spoiler-input">
            <div className="autosuggest-input">
              <input
                type="text"
                id="cw-spoiler-input"
                className="spoiler-input__input"
                aria-autocomplete="list"
                value={warning}
                onChange={(event) => setWarning(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter") return;
                  if (event.ctrlKey || event.metaKey) send();
                  else {
                    event.preventDefault();
                    area.current.focus();
                  }
                }}
              />
            </div>
          </div>
        )}
        <div className="autosuggest-textarea">
          <TextareaAutosize
            ref={area}
            className="autosuggest-textarea__textarea"
            placeholder="What's on your mind?"
            aria-label="What's on your mind?"
            aria-autocomplete="list"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={keys}
          />
        </div>
        {quoted && (
          <div className="status__quote">
            <div className="status"><div className="status__content"><div className="status__content__text">{quoted}</div></div></div>
          </div>
        )}
        <div className="compose-form__footer">
          <div className="compose-form__actions">
            <div className="compose-form__buttons">
              <button type="button" className="icon-button" aria-label="Add content warning" onClick={() => setSpoiler(!spoiler)}>
                <svg viewBox="0 0 24 24"><path d="M12 2l10 20H2z" /></svg>
              </button>
            </div>
            <div className="character-counter">500</div>
            <div className="compose-form__submit">
              {secondary && (
                <button
                  type="button"
                  className="button button-secondary button--compact"
                  title="Publish: Unlisted"
                  disabled={empty}
                  onClick={send}
                >
                  <svg viewBox="0 0 24 24"><path d="M4 4h16v16H4z" /></svg>
                </button>
              )}
              <button type="submit" className="button button--compact" disabled={empty}>
                {reply ? "Reply" : "Post"}
              </button>
            </div>
          </div>
        </div>
      </div>
    </form>
  );
}

export function Search() {
  return (
    <form className="search" onSubmit={(event) => event.preventDefault()}>
      <input className="search__input" type="text" placeholder="Search" aria-label="Search" />
    </form>
  );
}

/** A note about an account: private, and a textarea too. */
export function Note() {
  return (
    <div className="account__header__account-note">
      <label htmlFor="account-note-1">Note</label>
      <textarea id="account-note-1" className="account__header__account-note__content" placeholder="Click to add note" />
    </div>
  );
}

export function Status({ name, children }) {
  return (
    <div className="status__wrapper">
      <div className="status">
        <a className="status__display-name" href="/@baker">{name}</a>
        <div className="status__content"><div className="status__content__text translate"><p>{children}</p></div></div>
      </div>
    </div>
  );
}
