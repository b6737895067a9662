// A Quill 1 box inside React. Quill keeps its own document; React only gives it a place.

import "./trusted.js";
import { useEffect, useRef } from "react";
import Quill from "quill1";

/** `onText` gets the text at each change; `onSend` is called for Ctrl+Enter when `sends`. */
export function QuillBox({ onText, onSend = () => {}, sends = false, attributes = {}, placeholder = "", ...props }) {
  const place = useRef(null);
  const send = useRef(onSend);
  send.current = onSend;
  useEffect(() => {
    const quill = new Quill(place.current, { modules: { toolbar: false }, placeholder });
    for (const [name, value] of Object.entries(attributes)) quill.root.setAttribute(name, value);
    quill.on("text-change", () => onText(text(quill)));
    quill.root.addEventListener("keydown", (event) => {
      if (!sends || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      send.current();
    });
  }, []);
  return <div {...props}><div ref={place} /></div>;
}

// Quill's text always ends with one line break of its own.
const text = (quill) => quill.getText().replace(/\n$/, "");
