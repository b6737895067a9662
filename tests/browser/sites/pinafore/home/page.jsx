// Pinafore's compose box: the button stands beside it, and scrolled down it opens a dialog instead; replies open in the timeline.

import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import TextareaAutosize from "react-textarea-autosize";
import { join, model, ready, received } from "../../common/site.js";

const FOCAL = "Our bakery is closed today after the fire on Mill Street.";

function Box({ realm, sticky, onOpen, onDone = () => {} }) {
  const [text, setText] = useState("");
  const [warning, setWarning] = useState("");
  const [warned, setWarned] = useState(false);
  const now = useRef([]);
  now.current = [warned ? warning : "", text].filter((it) => it);
  model(realm, () => join(now.current));
  // The real one keeps what is typed for an idle moment, and sends in the next one.
  const send = () =>
    setTimeout(() => {
      if (!now.current.length) return;
      received(join(now.current), now.current);
      setText("");
      setWarning("");
      setWarned(false);
      onDone();
    });
  return (
    <>
      <div className="compose-file-drop">
        <div className={`compose-box compose-box-realm-${realm}`}>
          {warned && (
            <div className="compose-content-warning-wrapper">
              <input
                className="content-warning-input"
                type="text"
                placeholder="Content warning"
                aria-label="Content warning"
                value={warning}
                onChange={(event) => setWarning(event.target.value)}
              />
            </div>
          )}
          <TextareaAutosize
            id={`the-compose-box-input-${realm}`}
            className={`compose-box-input compose-box-input-realm-${realm}`}
            placeholder="What's on your mind?"
            aria-owns={`compose-autosuggest-list-${realm}`}
            aria-expanded="false"
            aria-autocomplete="both"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
            }}
          />
          <div className="compose-box-toolbar">
            <button type="button" className="icon-button compose-toolbar-button" aria-label="Add content warning" onClick={() => setWarned(!warned)}>
              <svg viewBox="0 0 24 24"><path d="M12 2l10 20H2z" /></svg>
            </button>
          </div>
          <ul className="compose-media-container">
            <li className="compose-media" aria-label="photo.png">
              <textarea className="compose-media-alt-input" placeholder="Description" />
            </li>
          </ul>
        </div>
      </div>
      <div className="compose-box-button-sentinel" />
      <div className="compose-box-button-wrapper">
        <div className="compose-box-button-halo">
          <button className="primary compose-box-button" aria-label={sticky ? "Compose" : "Post"} onClick={sticky ? onOpen : send}>
            <span className={sticky ? "hidden" : ""}>Post</span>
            <div className={`compose-box-button-compose ${sticky ? "" : "hidden"}`} aria-hidden="true">
              <svg className="compose-box-button-svg" viewBox="0 0 24 24"><path d="M4 4h16v16H4z" /></svg>
            </div>
          </button>
        </div>
      </div>
    </>
  );
}

function App() {
  const [sticky, setSticky] = useState(false);
  const [dialog, setDialog] = useState(false);
  const [reply, setReply] = useState(false);
  return (
    <>
      <form className="search-input-form" onSubmit={(event) => event.preventDefault()}>
        <input type="search" className="search-input" placeholder="Search" aria-label="Search" />
      </form>
      <button type="button" id="scroll" onClick={() => setSticky(!sticky)}>Scroll</button>
      <div className="timeline-home-page">
        <Box realm="home" sticky={sticky} onOpen={() => setDialog(true)} />
        <div className="timeline">
          <article className="status-article status-in-timeline" tabIndex={0}>
            <div className="status-content-wrapper"><div className="status-content shown"><p>{FOCAL}</p></div></div>
            <div className="status-toolbar">
              <button type="button" className="icon-button status-toolbar-reply-button" aria-label="Reply" onClick={() => setReply(true)}>
                <svg viewBox="0 0 24 24"><path d="M2 10h20v8H2z" /></svg>
              </button>
            </div>
            {reply && <div className="status-article-compose-box"><Box realm="50" onDone={() => setReply(false)} /></div>}
          </article>
        </div>
      </div>
      {dialog && (
        <div className="modal-dialog">
          <div role="dialog" aria-label="Compose">
            <div className="modal-dialog-document" role="document"><div className="wrapper"><Box realm="dialog" onDone={() => setDialog(false)} /></div></div>
          </div>
        </div>
      )}
    </>
  );
}

createRoot(document.getElementById("sapper")).render(<App />);
ready();
