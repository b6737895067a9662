// A TipTap box inside React, without its style element (page.css has the rules).

import { useEffect, useRef } from "react";

/** `make(options)`: a new Editor of the wanted TipTap version. `onText` gets the text at each change. `start`: one line to begin with. */
export function TipTapBox({ make, start = "", onText, onSend = () => {}, sendsOn = () => false, attributes = {}, ...props }) {
  const place = useRef(null);
  const send = useRef(onSend);
  send.current = onSend;
  useEffect(() => {
    const editor = make({
      element: place.current,
      injectCSS: false,
      content: { type: "doc", content: [{ type: "paragraph", content: start ? [{ type: "text", text: start }] : [] }] },
      editorProps: {
        attributes: { role: "textbox", "aria-multiline": "true", ...attributes },
        handleKeyDown: (view, event) => {
          if (!sendsOn(event)) return false;
          send.current();
          return true;
        },
      },
      onUpdate: ({ editor }) => onText(text(editor)),
    });
    return () => editor.destroy();
  }, []);
  return <div ref={place} {...props} />;
}

export const text = (editor) => editor.state.doc.textBetween(0, editor.state.doc.content.size, "\n", "\n");
export const ctrlEnter = (event) => (event.ctrlKey || event.metaKey) && event.code === "Enter" && !event.isComposing;
