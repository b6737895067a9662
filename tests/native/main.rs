//! Native tests: the engine as tables, the corpus as a gate, any text as a property, the calendar, and the house rules.

mod archive;
mod box_trends;
mod calendar;
mod checks;
mod claims;
mod context;
mod corpus;
mod feeds;
mod fold;
mod fresh;
mod heads;
mod ics;
mod knowledge;
mod monotone;
mod offence;
mod precedents;
mod property;
mod replays;
mod samples;
mod scenes;
mod schema;
mod tidy;
mod told;
