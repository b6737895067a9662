//! `storage`: plain values under names, in an area that stays on this computer or goes along with the account.

use super::api::call;
use super::value::{field, object};
use wasm_bindgen::{JsCast, JsValue};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    Local,
    Sync,
    /// In memory, for as long as the browser runs.
    Session,
    /// What an administrator set; read only.
    Managed,
}

impl Area {
    fn name(self) -> &'static str {
        match self {
            Area::Local => "local",
            Area::Sync => "sync",
            Area::Session => "session",
            Area::Managed => "managed",
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

/// Everything in an area, under its names.
pub async fn all(area: Area) -> Result<Vec<(String, JsValue)>, JsValue> {
    let found = call(&["storage", area.name(), "get"], &[JsValue::NULL]).await?;
    let Ok(found) = found.dyn_into::<js_sys::Object>() else { return Ok(Vec::new()) };
    let rows = js_sys::Object::entries(&found);
    let rows = rows.iter().filter_map(|row| {
        let row = js_sys::Array::from(&row);
        Some((row.get(0).as_string()?, row.get(1)))
    });
    Ok(rows.collect())
}
