// Misskey's post form: a textarea among classes that a tool has drawn; the button stands above it.

import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { join, model, ready, received } from "../../common/site.js";

const FOCAL = "Our bakery is closed today after the fire on Mill Street.";

function PostForm({ id, reply, onDone = () => {} }) {
  const [text, setText] = useState("");
  const [warning, setWarning] = useState("");
  const [warned, setWarned] = useState(false);
  const now = useRef([]);
  now.current = [warned ? warning : "", text].filter((it) => it);
  model(id, () => join(now.current));
  const post = () => {
    if (!text.trim()) return;
    received(join(now.current), now.current);
    setText("");
    setWarning("");
    setWarned(false);
    onDone();
  };
  const keys = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) post();
  };
  return (
    <div className="xpDI4">
      <header className="xaYhf">
        <div className="xkr7J"><button type="button" className="_button"><i className="ti ti-x" /></button></div>
        <div className="xn9xa">
          <button type="button" className="_button"><span><i className="ti ti-world" /></span><span>Public</span></button>
          <button type="button" className="_button" disabled={!text.trim()} data-cy-open-post-form-submit="" onClick={post}>
            <div><span>{reply ? "Reply" : "Note"}</span><span><i className="ti ti-send" /></span></div>
          </button>
        </div>
      </header>
      {reply && (
        <div className="xhSSf">
          <span className="_noSelect avatar" />
          <div>
            <header><a href="/@baker">Baker</a><time>1h</time></header>
            <div><div><span>{FOCAL}</span></div></div>
          </div>
        </div>
      )}
      <div className="xlKfC" style={warned ? undefined : { display: "none" }}>
        <input className="mk-input-text" placeholder="Comments" value={warning} onChange={(event) => setWarning(event.target.value)} onKeyDown={keys} />
      </div>
      <div className="xvjf5">
        <textarea className="xhFpv" placeholder="What are you up to?" data-cy-post-form-text="" value={text} onChange={(event) => setText(event.target.value)} onKeyDown={keys} />
      </div>
      <footer className="xBhGG">
        <button type="button" className="_button warn" onClick={() => setWarned(!warned)}><i className="ti ti-eye-off" /></button>
      </footer>
    </div>
  );
}

function App() {
  const [reply, setReply] = useState(false);
  return (
    <>
      <input id="search" placeholder="Search" />
      <div className="fixed"><PostForm id="fixed" /></div>
      <article tabIndex={0}>
        <header><a href="/@baker">Baker</a></header>
        <div><span>{FOCAL}</span></div>
        <button type="button" className="_button reply" onClick={() => setReply(true)}><i className="ti ti-arrow-back-up" /></button>
      </article>
      <div className="chat"><textarea placeholder="Type a message" /></div>
      {reply && <div className="modal"><PostForm id="dialog" reply onDone={() => setReply(false)} /></div>}
    </>
  );
}

createRoot(document.getElementById("misskey_app")).render(<App />);
ready();
