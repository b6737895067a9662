// Elk's publish widget: TipTap 2; the button stays pressable while it says aria-disabled.

import { useRef, useState } from "react";
import { Editor } from "tiptap2-core";
import StarterKit from "tiptap2-starter-kit";
import { TipTapBox, ctrlEnter } from "../common/tiptap.jsx";
import { join, model, received } from "../common/site.js";

const make = (options) => new Editor({ extensions: [StarterKit], ...options });

export function Widget() {
  const [text, setText] = useState("");
  const [warning, setWarning] = useState("");
  const [sensitive, setSensitive] = useState(false);
  const [mount, setMount] = useState(0);
  const now = useRef({});
  now.current = { ...now.current, warning, sensitive };
  const parts = () => [now.current.sensitive ? now.current.warning : "", now.current.text].filter((it) => it);
  model("post", () => join(parts()));
  const publish = () => {
    if (!now.current.text?.trim()) return;
    received(join(parts()), parts());
    now.current = {};
    setText("");
    setWarning("");
    setSensitive(false);
    setMount((old) => old + 1);
  };
  return (
    <div aria-roledescription="publish-widget">
      {sensitive && (
        <div><input type="text" placeholder="Content warning" value={warning} onChange={(event) => setWarning(event.target.value)} /></div>
      )}
      <TipTapBox
        key={mount}
        make={make}
        onText={(next) => {
          now.current.text = next;
          setText(next);
        }}
        onSend={publish}
        sendsOn={ctrlEnter}
        attributes={{ class: "content-editor content-rich", "aria-label": "What is on your mind?" }}
      />
      <div>
        <button type="button" className="btn-action-icon" aria-label="Add content warning" onClick={() => setSensitive(!sensitive)}>
          <div className="i-ri:alarm-warning-line" />
        </button>
        <button type="button" className="btn-solid publish-button" aria-disabled={!text.trim()} onClick={publish}>
          <span><span>Publish!</span></span>
        </button>
      </div>
    </div>
  );
}
