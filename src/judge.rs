//! The judge as the background and the command line use it: engine, checks, knowledge, brand and calendar in one hand.
//!
//! Pure and native. Make one `Judge` whenever the profile, the settings, the events or the day changed; ask it for each
//! draft. `Judge::new` reads everything once (microseconds for a page of events), `Judge::review` reads only the draft.

use crate::claims::{Ledger, Library};
use crate::context::{self, Day};
use crate::engine::{self, Brand, Context, Draft, Event, Labels, Level, Line, Locale, Options, Verdict};
use crate::profile::{BrandDate, Profile};
use crate::protocol::{CheckLine, TodayItem};
use crate::settings::Settings;
use crate::{brand, checks, claims, knowledge, words};
use std::collections::BTreeSet;

/// Everything but the draft, read once.
pub struct Judge {
    settings: Settings,
    brand: Brand,
    targets: Library,
    events: Vec<Event>,
    dates: Vec<BrandDate>,
    day: Option<Day>,
    context: Context,
}

impl Judge {
    /// `events` are the news and trends of now (not the calendar: that is added here); `today` is `YYYY-MM-DD` where the
    /// person is. Regions are the profile's, else those of the settings, else everywhere.
    pub fn new(profile: &Profile, settings: &Settings, events: &[Event], today: &str) -> Judge {
        let regions: BTreeSet<String> = if profile.regions.is_empty() {
            settings.regions.clone()
        } else {
            profile.regions.iter().cloned().collect()
        };
        let lines = brand::lines(profile);
        Judge::of(&profile.name, &profile.sector, lines, settings, regions, events, today).with_dates(&profile.dates)
    }

    /// With the brand's own days.
    pub fn with_dates(mut self, dates: &[BrandDate]) -> Judge {
        if !dates.is_empty() {
            self.dates = dates.to_vec();
            self.context = Context::read(knowledge::get(), &self.on(self.day), &self.brand);
        }
        self
    }

    /// From declared lines instead of a profile.
    pub fn of(
        name: &str,
        sector: &str,
        lines: Vec<Line>,
        settings: &Settings,
        regions: BTreeSet<String>,
        events: &[Event],
        today: &str,
    ) -> Judge {
        let mut lines = lines;
        let mut names: Vec<Vec<String>> = lines.iter().map(|line| line.names.clone()).collect();
        names.retain(|names| !names.is_empty());
        names.dedup();
        let targets = Library::new(&names);
        claims::take_sides(&targets, &mut lines);
        let day = Day::parse(today);
        // People remember for about half a year what a brand said before.
        const REMEMBERED: i32 = 183;
        for line in &mut lines {
            let recent = |(_, date): &(String, String)| {
                day.zip(Day::parse(date)).is_none_or(|(day, then)| day.count() - then.count() <= REMEMBERED)
            };
            line.turned = line.turned.take().filter(recent);
            line.overdue = day.is_some_and(|day| match &line.due {
                Some(by) => brand::promise::over(by, today),
                None => brand::promise::due(&line.text).is_some_and(|due| due < day.year),
            });
        }
        let brand = Brand::read(knowledge::get(), name, sector, regions, lines);
        let (settings, events, dates) = (settings.clone(), events.to_vec(), Vec::new());
        let context = Context::read(knowledge::get(), &[], &brand);
        let mut judge = Judge { settings, brand, targets, events, dates, day, context };
        judge.context = Context::read(knowledge::get(), &judge.on(day), &judge.brand);
        judge
    }

    /// What goes on, the brand's own days and the observances of a day.
    fn on(&self, day: Option<Day>) -> Vec<Event> {
        let mut all = self.events.clone();
        if let Some(day) = day {
            all.extend(brand::days::on(&self.dates, day));
            all.extend(context::on(day, &self.brand.regions));
        }
        all
    }

    /// The brand's own days and the observances of a day.
    pub fn days(&self, day: Day, regions: &BTreeSet<String>) -> Vec<Event> {
        let mut all = brand::days::on(&self.dates, day);
        all.extend(context::on(day, regions));
        all
    }

    /// With what the brand posted before.
    pub fn with_past(mut self, ledger: &Ledger) -> Judge {
        self.set_past(ledger);
        self
    }

    /// The same for a judge that is there already.
    pub fn set_past(&mut self, ledger: &Ledger) {
        self.brand.past = ledger.past();
    }

    /// The targets that the brand's texts are read for.
    pub fn targets(&self) -> &Library {
        &self.targets
    }

    /// What is going on: the events given, then the observances of the day.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.context.events.iter().map(|known| &known.event)
    }

    /// The same, as the popup lists it; trends without weight are left out.
    pub fn today(&self, locale: Locale) -> Vec<TodayItem> {
        let listed = self.context.events.iter().filter(|known| known.event.observance || known.gravity > 0);
        listed
            .map(|known| {
                let event = &known.event;
                let meaning = if locale == Locale::Ko { &event.meaning_ko } else { &event.meaning };
                TodayItem {
                    name: known.name(locale).to_string(),
                    meaning: meaning.clone(),
                    tone: if known.fresh { "grave" } else { event.tone.name() }.to_string(),
                    kind: if event.observance { "observance" } else { "event" }.to_string(),
                    source: if event.own { words::SOURCE_BRAND.get(locale).to_string() } else { event.source.clone() },
                    url: (!event.url.is_empty()).then(|| event.url.clone()),
                    sample: event.sample,
                }
            })
            .collect()
    }

    /// Judges one draft written on `site` (`""`: none). Honours the settings: checks that are off everywhere or on this
    /// site stay silent, nothing below the sensitivity's floor is told, and a person's own pause holds everything.
    pub fn review(&self, draft: &Draft, site: &str, locale: Locale) -> Verdict {
        let mut verdict = self.read(draft, site, locale);
        if verdict.level >= Level::Caution && !self.settings.hold_everything {
            self.offer(&mut verdict, draft, site);
        }
        verdict
    }

    /// Most ways out that are read for one draft: each costs as much as the draft itself.
    const MOST_READ: usize = 4;

    /// Gives the findings the changes after which they are no longer made, or are made more mildly.
    fn offer(&self, verdict: &mut Verdict, draft: &Draft, site: &str) {
        // Several findings may have the same way out.
        let mut read: Vec<(engine::Fix, Verdict)> = Vec::new();
        for finding in verdict.findings.iter_mut().filter(|finding| finding.level >= Level::Caution) {
            for fix in engine::candidates(&draft.text, (finding.start, finding.end)) {
                let known = read.iter().position(|(one, _)| *one == fix);
                let at = known.unwrap_or(read.len());
                if at == Judge::MOST_READ {
                    return;
                }
                if known.is_none() {
                    let changed = Draft { text: fix.apply(&draft.text), ..draft.clone() };
                    read.push((fix.clone(), self.read(&changed, site, Locale::En)));
                }
                let after = &read[at].1;
                let still = |one: &&engine::Finding| one.check == finding.check && one.level >= finding.level;
                if after.level <= verdict.level && !after.findings.iter().any(|one| still(&one)) {
                    finding.fix = Some(fix);
                    break;
                }
            }
        }
    }

    fn read(&self, draft: &Draft, site: &str, locale: Locale) -> Verdict {
        let allowed: Vec<&engine::Check> =
            checks::ALL.iter().copied().filter(|check| self.settings.allows(check.id, site)).collect();
        let said = claims::said(&self.targets, &draft.text);
        let options = Options {
            locale,
            said: &said,
            labels: &LABELS,
            paused: self.settings.hold_everything,
            floor: self.settings.sensitivity.floor(),
        };
        let other = Day::parse(&draft.date).filter(|day| Some(*day) != self.day);
        let judged = |context: &Context| {
            let mut verdict = engine::review(&allowed, knowledge::get(), draft, &self.brand, context, &options);
            context::tell(&mut verdict.findings, &context.events, self.day, locale);
            verdict
        };
        match other {
            None => judged(&self.context),
            // A post planned for another day meets that day's observances.
            Some(day) => judged(&Context::read(knowledge::get(), &self.on(Some(day)), &self.brand)),
        }
    }
}

const LABELS: Labels = Labels {
    feed: &words::SOURCE_FEED,
    brand: &words::SOURCE_BRAND,
    pause: &words::SOURCE_PAUSE,
    reply: &words::SOURCE_REPLY,
    sector: &words::SOURCE_SECTOR,
    past: &words::SOURCE_PAST,
    tone: &words::SOURCE_TONE,
    tones: [
        &words::TONE_OFFENCE,
        &words::TONE_CONTEMPT,
        &words::TONE_CHEER,
        &words::TONE_MIRTH,
        &words::TONE_SORROW,
        &words::TONE_ANGER,
    ],
};

/// Every check there is, in the words of `locale`.
pub fn check_lines(locale: Locale) -> Vec<CheckLine> {
    checks::ALL
        .iter()
        .map(|check| {
            let name = check.name.get(locale).to_string();
            CheckLine { id: check.id.to_string(), name, locked: false }
        })
        .collect()
}
