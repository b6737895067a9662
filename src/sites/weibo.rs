//! Weibo: one text area and the primary button of its panel. Facts: public scripts of 2024, the weakest of all records.

use super::{Composer, Keys, Kind, Site, Submit};

pub static SITE: Site = Site {
    id: "weibo",
    name: "Weibo",
    hosts: &["weibo.com", "www.weibo.com"],
    detect: "",
    never: "[role='search'], .woo-search, [class*='chat']",
    account: "",
    composers: &[Composer {
        id: "post",
        kind: Kind::Post,
        editor: "textarea",
        within: ".woo-panel-main, .woo-modal-main, .woo-box-wrap",
        submit: Submit::Css(".woo-button-main.woo-button-primary"),
        keys: Keys::CTRL_ENTER,
        ..Composer::DEFAULT
    }],
};
