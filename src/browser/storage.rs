//! `storage`: plain values under names, in an area that stays on this computer or goes along with the account.

use super::api::call;
use super::value::{field, object};
use wasm_bindgen::JsValue;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    Local,
    Sync,
}

impl Area {
    fn name(self) -> &'static str {
        match self {
            Area::Local => "local",
            Area::Sync => "sync",
        }
    }
}

/// Everything under these names; undefined where nothing is.
pub async fn get(area: Area, names: &[&str]) -> Result<Vec<JsValue>, JsValue> {
    let wanted = names.iter().map(|name| JsValue::from_str(name)).collect::<js_sys::Array>();
    let found = call(&["storage", area.name(), "get"], &[wanted.into()]).await?;
    Ok(names.iter().map(|name| field(&found, name)).collect())
}

/// Writes all of them or none. Err: no room, or the area is switched off.
pub async fn set(area: Area, values: &[(&str, JsValue)]) -> Result<(), JsValue> {
    call(&["storage", area.name(), "set"], &[object(values)]).await.map(drop)
}

pub async fn remove(area: Area, names: &[&str]) -> Result<(), JsValue> {
    let names = names.iter().map(|name| JsValue::from_str(name)).collect::<js_sys::Array>();
    call(&["storage", area.name(), "remove"], &[names.into()]).await.map(drop)
}
