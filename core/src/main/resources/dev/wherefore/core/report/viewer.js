/*
 * Shows one explained picture: point at a word, an answer or a class, and its map appears over the
 * picture. Plain JavaScript, no network. painter.js and words.js stand before it in one script.
 *
 *   Wherefore.show(element, pictureView, options)  ->  {show(target), destroy()}
 *
 * pictureView is what PictureView.java describes. Options, all of them optional:
 *   settings   an object that keeps what the reader has set, shared by viewers that follow each other
 *   target     the target that is shown first
 * Wherefore.colors, the colour tables, is set by ViewerFiles.java after this text.
 *
 * All texts are put in by textContent: none is ever read as HTML.
 */
(function (root) {
    'use strict';

    const {USUAL, SIGNED, Painter, tilesOf, reach, sharedFactor, canvasOf, table} = root.Wherefore.maps;
    const {KINDS, make, digits, percent, place, share, piece, bar, weightsLegend} = root.Wherefore.words;

    const MODES = [
        ['for', 'for', 'what speaks for it'],
        ['against', 'against', 'what speaks against it (counterfactual)'],
        ['both', 'both', 'for and against (signed)']
    ];
    const LONGEST = 640;     // pixels of the canvas' longest side
    const TILE = 176;        // the same of a small one
    const FEW = 4;           // maps that find room above the words
    let viewers = 0;         // for ids that no two viewers share

    class Viewer {
        constructor(element, view, options) {
            this.id = 'wf' + (++viewers);
            this.element = element;
            this.view = view;
            this.settings = Object.assign({}, USUAL, options.settings);
            this.keep = () => Object.assign(options.settings || {}, this.settings);
            this.told = new Set();
            this.choices = [];           // what can be chosen: {element, target, tooltip}
            this.pinned = options.target === undefined ? this.first() : options.target;
            this.preview = null;
            this.running = null;
            this.big = new Painter(view, LONGEST);
            this.small = new Painter(view, TILE);
            this.build();
            this.ready = Promise.all([this.big.open(), this.small.open()]).then(() => this.draw());
        }

        /** The target to begin with: of words the weightiest, else the first that has a map. */
        first() {
            const named = this.view.passages
                .flatMap((passage) => [...passage.pieces, ...passage.bars, ...passage.also])
                .filter((part) => part.target !== undefined);
            const mapped = named.filter(
                (part) => this.view.targets[part.target].maps.some((map) => !map.note));
            const begin = [...mapped].sort((a, b) => (b.weight || 0) - (a.weight || 0));
            return [...begin, ...named].map((part) => part.target).concat([null])[0];
        }

        get target() {
            const chosen = this.preview !== null ? this.preview : this.pinned;
            return chosen === null ? null : this.view.targets[chosen];
        }

        get tile() {
            if (!this.target) {
                return null;
            }
            const tiles = tilesOf(this.target);
            return tiles.find((tile) => tile.key === this.settings.tile) || tiles[0] || null;
        }

        // ---- what is on the page

        build() {
            this.canvas = make('canvas', {class: 'wf-canvas', role: 'img'});
            this.status = make('p', {class: 'wf-status', role: 'status', 'aria-live': 'polite'});
            this.hint = make('p', {class: 'wf-small wf-hint', 'aria-hidden': 'true'});
            this.tiles = make('div', {class: 'wf-tiles'});
            const stage = make('figure', {class: 'wf-stage'}, this.canvas, this.legend());
            const left = make('div', {class: 'wf-left'},
                make('div', {class: 'wf-top'}, stage,
                    make('div', {class: 'wf-said'}, this.status, this.hint)),
                this.controls());
            const right = make('div', {class: 'wf-right'}, this.passages(),
                make('section', {class: 'wf-methods', 'aria-label': 'methods and layers'},
                    make('h3', {}, 'Methods and layers'), this.tiles));
            this.root = make('div', {class: 'wf', on: {keydown: (event) => this.key(event)}},
                left, right, this.numbers());
            this.element.replaceChildren(this.root);
        }

        passages() {
            const all = make('div', {
                class: 'wf-passages', role: 'group',
                'aria-label': 'what can be chosen; arrow keys move, Enter keeps, Escape lets go'
            });
            this.view.passages.forEach((passage) => all.append(this.passage(passage)));
            this.roam(0);
            return all;
        }

        passage(passage) {
            const kind = KINDS[passage.kind] || passage.heading;
            const section = make('section', {class: 'wf-passage', 'aria-label': passage.heading},
                make('h3', {}, kind));
            if (passage.pieces.length > 0) {
                const line = make('p', {class: 'wf-words wf-' + passage.kind});
                passage.pieces.forEach((part) =>
                    line.append(this.choice(piece(part), part), ' '));
                section.append(line);
                if (passage.weights && this.isNew(passage.weights)) {
                    section.append(weightsLegend(passage.weights));
                }
            }
            if (passage.bars.length > 0) {
                section.append(make('div', {class: 'wf-bars'},
                    ...passage.bars.map((part) => this.choice(bar(part), part))));
                if (this.isNew(passage.scale)) {
                    section.append(make('p', {class: 'wf-small'}, passage.scale + '.'));
                }
            }
            if (passage.also.length > 0) {
                section.append(make('p', {class: 'wf-also'}, 'Also explained: ',
                    ...passage.also.flatMap((part) => [this.choice(piece(part), part), ' '])));
            }
            passage.notes.forEach((note) => section.append(make('p', {class: 'wf-note'}, note)));
            return section;
        }

        /** Whether a text is here for the first time: what holds for all passages is said once. */
        isNew(text) {
            const before = this.told.has(text);
            this.told.add(text);
            return !before;
        }

        /** Makes a word or bar one that can be pointed at, if it stands for something. */
        choice(element, part) {
            if (element.tagName !== 'BUTTON') {
                return element;
            }
            const target = part.target === undefined ? null : part.target;
            const place = this.choices.length;
            this.choices.push({element, target, tooltip: part.tooltip || ''});
            element.tabIndex = -1;
            if (target !== null) {
                element.setAttribute('aria-pressed', 'false');
                element.dataset.target = target;
            }
            element.addEventListener('mouseenter', () => this.point(place));
            element.addEventListener('mouseleave', () => this.point(null));
            element.addEventListener('focus', () => {
                this.roam(place);
                if (element.matches(':focus-visible')) {
                    this.point(place);
                }
            });
            element.addEventListener('blur', () => this.point(null));
            element.addEventListener('click', () => this.pin(place));
            return element;
        }

        slider(name, label, text) {
            const value = make('output', {class: 'wf-value', for: this.id + name});
            const input = make('input', {
                type: 'range', id: this.id + name, min: 0, max: 100, step: 1, name,
                value: Math.round(100 * this.settings[name])
            });
            const say = () => {
                value.textContent = input.value + ' %';
                input.setAttribute('aria-valuetext', input.value + ' % ' + text);
            };
            input.addEventListener('input', () => {
                say();
                this.set({[name]: input.value / 100});
            });
            say();
            return make('div', {class: 'wf-slider'},
                make('label', {for: this.id + name}, label), input, value);
        }

        check(name, label) {
            const input = make('input', {
                type: 'checkbox', id: this.id + name, name, checked: this.settings[name],
                on: {change: () => this.set({[name]: input.checked})}
            });
            return make('div', {class: 'wf-check'}, input,
                make('label', {for: this.id + name}, label));
        }

        modes() {
            const set = make('fieldset', {class: 'wf-modes'}, make('legend', {}, 'Evidence'));
            MODES.forEach(([mode, label, text]) => {
                const input = make('input', {
                    type: 'radio', name: this.id + 'mode', id: this.id + mode, value: mode,
                    checked: this.settings.mode === mode, on: {change: () => this.set({mode})}
                });
                set.append(input, make('label', {for: this.id + mode, title: text}, label));
            });
            return set;
        }

        colorChoice() {
            const select = make('select', {
                id: this.id + 'colors', on: {change: () => this.set({colors: select.value})}
            });
            Object.keys(root.Wherefore.colors).filter((name) => name !== SIGNED).forEach((name) => select.append(
                make('option', {value: name, selected: name === this.settings.colors}, name)));
            return make('div', {class: 'wf-check'},
                make('label', {for: this.id + 'colors'}, 'colours'), select);
        }

        controls() {
            return make('div', {class: 'wf-controls'}, this.modes(),
                this.slider('opacity', 'opacity', 'of the picture is covered where the map is hottest'),
                this.slider('threshold', 'threshold', 'of the maximum and more is coloured'),
                make('div', {class: 'wf-checks'},
                    this.check('box', 'box at 15 % of the maximum'),
                    this.check('shared', 'one scale for all'),
                    this.colorChoice()));
        }

        legend() {
            this.ramp = canvasOf(256, 1);
            this.ramp.className = 'wf-ramp';
            this.ramp.setAttribute('aria-hidden', 'true');
            this.low = make('span', {});
            this.high = make('span', {});
            return make('figcaption', {class: 'wf-legend'}, this.low, this.ramp, this.high);
        }

        numbers() {
            const heads = ['explained', 'method', 'layers', 'score', 'probability',
                           'smallest raw value', 'largest raw value', 'box in pixels', 'seconds', ''];
            const body = make('tbody', {});
            this.view.targets.forEach((target) => target.maps.forEach((map) => body.append(
                make('tr', {},
                    make('th', {scope: 'row', title: target.target}, target.title),
                    ...this.cells(target, map).map((text) => make('td', {}, text))))));
            const parts = [this.scroll(make('table', {},
                make('caption', {}, 'What was explained'),
                make('thead', {}, make('tr', {},
                    ...heads.map((head) => make('th', {scope: 'col'}, head)))), body))];
            this.view.passages.filter((passage) => passage.weights).forEach((passage) =>
                parts.push(this.scroll(this.wordTable(passage))));
            return make('details', {class: 'wf-numbers'},
                make('summary', {}, 'The numbers in tables'), ...parts);
        }

        scroll(table) {
            return make('div', {class: 'wf-scroll', tabindex: 0, role: 'region',
                                'aria-label': table.caption.textContent}, table);
        }

        cells(target, map) {
            const {width, height} = this.view;
            const box = map.box && map.box.map(
                (edge, i) => Math.round(edge * (i % 2 === 0 ? width : height))).join(', ');
            return [map.method, map.layers.join(', ') || 'pixels', digits(target.score),
                    target.probability === undefined ? '' : percent(target.probability),
                    digits(map.rawMin), digits(map.rawMax), box || '',
                    map.seconds === undefined ? '' : digits(map.seconds), map.note || ''];
        }

        wordTable(passage) {
            const rows = passage.pieces.map((part) => make('tr', {},
                make('th', {scope: 'row'}, part.text),
                make('td', {}, part.weight === undefined ? '' : part.weight.toFixed(2)),
                make('td', {}, part.tooltip || '')));
            return make('table', {}, make('caption', {}, passage.heading + ': ' + passage.weights),
                make('thead', {}, make('tr', {}, ...['word', 'of the largest', 'in words'].map(
                    (head) => make('th', {scope: 'col'}, head)))),
                make('tbody', {}, ...rows));
        }

        // ---- what the reader does

        /** Shows a choice for as long as it is pointed at. */
        point(place) {
            const choice = place === null ? null : this.choices[place];
            this.preview = choice ? choice.target : null;
            this.hint.textContent = choice ? choice.tooltip : '';
            this.draw();
        }

        /** Keeps a choice. */
        pin(place) {
            const {target, tooltip} = this.choices[place];
            this.roam(place);
            if (target !== null) {
                this.pinned = target;
                this.preview = null;
            }
            this.draw(tooltip);
        }

        set(changes) {
            Object.assign(this.settings, changes);
            this.keep();
            this.draw();
        }

        /** One choice can be reached by Tab, the others by arrow keys from there. */
        roam(place) {
            this.choices.forEach(({element}, i) => {
                element.tabIndex = i === place ? 0 : -1;
            });
        }

        key(event) {
            const at = this.choices.findIndex(({element}) => element === event.target);
            const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
            const last = this.choices.length - 1;
            if (event.key === 'Escape') {
                this.pinned = null;
                this.preview = null;
                this.draw();
            } else if (at >= 0 && (step || event.key === 'Home' || event.key === 'End')) {
                const next = step ? (at + step + last + 1) % (last + 1)
                    : event.key === 'Home' ? 0 : last;
                this.choices[next].element.focus();
                event.preventDefault();
            }
        }

        // ---- drawing

        /** Draws what is chosen; calls that come while it draws make it draw once more. */
        draw(tooltip) {
            this.tooltip = tooltip || '';
            if (this.running) {
                this.again = true;
                return this.running;
            }
            this.running = this.drawAll().finally(() => {
                this.running = null;
                if (this.again && !this.gone) {
                    this.again = false;
                    this.draw(this.tooltip);
                }
            });
            return this.running;
        }

        async drawAll() {
            if (this.gone || !this.big.base || !this.small.base) {
                return;
            }
            this.choices.forEach(({element, target}) => {
                if (target !== null) {
                    element.setAttribute('aria-pressed', String(target === this.pinned));
                    element.classList.toggle('wf-shown',
                        this.view.targets[target] === this.target);
                }
            });
            const {tile} = this;
            const drawn = await this.big.draw(this.canvas, tile, this.settings);
            const text = this.describe(tile, drawn);
            this.canvas.setAttribute('aria-label',
                'The picture ' + this.view.name + (tile ? '. ' + text : ''));
            this.status.textContent = [text, this.tooltip].filter(Boolean).join(' ');
            this.drawLegend(tile, drawn);
            await this.drawTiles();
        }

        describe(tile, drawn) {
            if (!tile) {
                return 'The picture alone. Choose a word, an answer or a class to see its map.';
            }
            const {target, settings} = this;
            const {map} = tile;
            const score = map.concept === undefined
                ? 'score ' + digits(target.score) : 'adds ' + digits(map.concept) + ' to the score';
            const head = '“' + target.title + '”, ' + tile.name + ': ' + score
                + (target.probability === undefined
                    ? '' : ', probability ' + percent(target.probability)) + '.';
            return [head, map.pixels ? 'The picture shows the attribution to each pixel.'
                : drawn ? this.where(map) : this.nothing(map)].join(' ');
        }

        where(map) {
            const {mode} = this.settings;
            const what = mode === 'for' ? ''
                : 'Shown is ' + MODES.find((known) => known[0] === mode)[2] + '. ';
            const box = map.box && mode !== 'both' && (mode === 'for') === (map.sign !== 'negative')
                ? '; the box at 15 % of the maximum lies ' + place(map.box) + ', over '
                    + percent(share(map.box)) + ' of the picture' : '';
            return what + 'The hottest place lies ' + place(this.big.peak) + box + '.';
        }

        nothing(map) {
            const own = {for: 'positive', against: 'negative'}[this.settings.mode];
            const why = map.note && (this.settings.mode === 'both' || map.sign === own || !map.map)
                ? map.note : this.settings.mode === 'against'
                    ? 'next to nothing speaks against it' : 'next to nothing speaks for it';
            return 'Nothing is drawn: ' + why + '.';
        }

        drawLegend(tile, drawn) {
            const shown = drawn && !tile.map.pixels;
            this.ramp.parentElement.classList.toggle('wf-off', !shown);
            if (!shown) {
                this.low.textContent = '';
                this.high.textContent = '';
                return;
            }
            const {mode, shared, colors} = this.settings;
            const both = mode === 'both';
            const pen = this.ramp.getContext('2d');
            const line = new ImageData(256, 1);
            const from = table(both ? SIGNED : colors);
            for (let i = 0; i < 256; i++) {
                line.data.set([from[3 * i], from[3 * i + 1], from[3 * i + 2], 255], 4 * i);
            }
            pen.putImageData(line, 0, 0);
            const full = shared
                ? reach(tile.map, mode) / sharedFactor(this.view, tile, mode) : reach(tile.map, mode);
            const most = (shared ? 'most of all: raw ' : 'most: raw ') + digits(full);
            this.low.textContent = both ? 'against' : 'none';
            this.high.textContent = both ? 'for' : tile.map.concept === undefined ? most : 'most';
        }

        async drawTiles() {
            const tiles = this.target ? tilesOf(this.target) : [];
            const shown = this.tile;
            const keys = tiles.map((tile) => tile.key).join('\n');
            this.tiles.parentElement.hidden = tiles.length < 2;
            this.tiles.parentElement.classList.toggle('wf-few', tiles.length <= FEW);
            if (keys !== this.tileKeys) {
                this.tileKeys = keys;
                this.tiles.replaceChildren(...(tiles.length < 2 ? [] : tiles.map(
                    (tile) => this.tileButton(tile))));
            }
            for (let i = 0; i < this.tiles.children.length && !this.again; i++) {
                const button = this.tiles.children[i];
                const {map} = tiles[i];
                button.setAttribute('aria-pressed', String(tiles[i].key === shown.key));
                button.lastChild.textContent = map.concept !== undefined
                    ? 'adds ' + digits(map.concept) : map.note ? 'no evidence' : '';
                await this.small.draw(button.firstChild, tiles[i], this.settings);
            }
        }

        tileButton(tile) {
            return make('button', {
                type: 'button', class: 'wf-tile', on: {click: () => this.set({tile: tile.key})}
            }, make('canvas', {'aria-hidden': 'true'}), make('span', {class: 'wf-name'}, tile.name),
            make('span', {class: 'wf-small'}));
        }

        destroy() {
            this.gone = true;
            this.element.replaceChildren();
            this.big.read.clear();
            this.small.read.clear();
        }
    }

    root.Wherefore = Object.assign(root.Wherefore || {}, {
        show(element, view, options) {
            const viewer = new Viewer(element, view, options || {});
            return {
                /** Keeps a target, by its number, or none by null. */
                show(target) {
                    viewer.pinned = target;
                    return viewer.draw();
                },
                /** Fulfilled when the picture is drawn for the first time. */
                ready: viewer.ready,
                destroy: () => viewer.destroy()
            };
        }
    });
})(window);