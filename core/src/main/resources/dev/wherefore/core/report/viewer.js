/*
 * Shows one explained picture: point at a word, an answer or a class, and its map appears over the
 * picture. Plain JavaScript, no other file, no network.
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

    const USUAL = {
        mode: 'for', opacity: 0.8, threshold: 0.15, shared: false, box: true, colors: 'inferno',
        tile: ''
    };
    const MODES = [
        ['for', 'for', 'what speaks for it'],
        ['against', 'against', 'what speaks against it (counterfactual)'],
        ['both', 'both', 'for and against (signed)']
    ];
    const SIGNED = 'blue-orange';
    const LONGEST = 640;     // pixels of the canvas' longest side
    const TILE = 176;        // the same of a small one
    const GAMMA = 0.9;       // as HeatOverlay.java draws
    const GREYING = 0.7;
    const FEW = 4;           // maps that find room above the words
    const LEAST = 0.005;     // smaller shares of a signed map are lost in its 8 bits

    let viewers = 0;         // for ids that no two viewers share

    // ---- small things -------------------------------------------------------------------------

    /** Makes an element; children are elements or texts. */
    function make(tag, attributes, ...children) {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes || {})) {
            if (name === 'class') {
                element.className = value;
            } else if (name === 'on') {
                Object.entries(value).forEach(([event, run]) => element.addEventListener(event, run));
            } else if (value !== null && value !== undefined && value !== false) {
                element.setAttribute(name, value === true ? '' : value);
            }
        }
        element.append(...children.filter((child) => child !== null && child !== undefined));
        return element;
    }

    /** A number with few digits: results write numbers that are none as the text "NaN". */
    function digits(number) {
        const value = Number(number);
        if (!Number.isFinite(value)) {
            return 'not a number';
        }
        const size = Math.abs(value);
        return size !== 0 && (size < 0.001 || size >= 100000)
            ? value.toExponential(2) : String(Number(value.toPrecision(4)));
    }

    function percent(share) {
        const value = 100 * share;
        return value > 0 && value < 0.1 ? '< 0.1 %' : value.toFixed(value < 10 ? 1 : 0) + ' %';
    }

    /** Where a box lies, in words. */
    function place([left, top, right, bottom]) {
        const third = (middle, names) => names[Math.min(2, Math.floor(middle * 3))];
        const row = third((top + bottom) / 2, ['upper', '', 'lower']);
        const column = third((left + right) / 2, ['left', row ? 'middle' : '', 'right']);
        const where = [row, column].filter(Boolean).join(' ');
        return where ? 'at the ' + where : 'in the middle';
    }

    function share([left, top, right, bottom]) {
        return (right - left) * (bottom - top);
    }

    function load(uri) {
        return new Promise((done, failed) => {
            const image = new Image();
            image.onload = () => done(image);
            image.onerror = () => failed(new Error('a picture of the report is damaged'));
            image.src = uri;
        });
    }

    function canvasOf(width, height) {
        const canvas = document.createElement('canvas');
        canvas.width = width;
        canvas.height = height;
        return canvas;
    }

    /** The pixels of a picture, enlarged smoothly. */
    function pixelsOf(image, width, height) {
        const pen = canvasOf(width, height).getContext('2d', {willReadFrequently: true});
        pen.imageSmoothingEnabled = true;
        pen.imageSmoothingQuality = 'high';
        pen.drawImage(image, 0, 0, width, height);
        return pen.getImageData(0, 0, width, height);
    }

    /** 256 colours, each as red, green, blue. */
    function table(name) {
        if (!root.Wherefore.colors) {
            throw new Error('Wherefore.colors is missing: ViewerFiles.script() adds it');
        }
        const hex = root.Wherefore.colors[name];
        const colors = new Uint8Array(768);
        for (let i = 0; i < 768; i++) {
            colors[i] = parseInt(hex.substr(2 * i, 2), 16);
        }
        return colors;
    }

    // ---- maps ---------------------------------------------------------------------------------

    /** What is shown for a target: its maps, and each concept by itself. */
    function tilesOf(target) {
        const layers = new Set(target.maps.map((map) => map.layers.join(' + ')));
        const tiles = [];
        target.maps.forEach((map) => {
            const where = layers.size > 1 && map.layers.length > 0 ? map.layers.join(' + ') : '';
            const name = map.method + (where ? ' at ' + where : '');
            tiles.push({key: map.method + '|' + map.layers.join('|'), name, map});
            (map.concepts || []).forEach((concept, i) => tiles.push({
                key: map.method + '|' + map.layers.join('|') + '|' + i,
                name: map.method + ', concept ' + (i + 1),
                map: {...map, heat: concept.heat, map: undefined, box: undefined, sign: 'positive',
                      concept: concept.share}
            }));
        });
        return tiles;
    }

    /** The raw magnitude that a map's full colour stands for. */
    function reach(map, mode) {
        if (mode === 'for') {
            return Math.max(0, Number(map.rawMax));
        }
        return mode === 'against' ? Math.max(0, -Number(map.rawMin)) : Number(map.scale);
    }

    /** A map's share of the largest reach among maps of the same method and layers. */
    function sharedFactor(view, tile, mode) {
        const alike = view.targets.flatMap((target) => target.maps).filter(
            (map) => map.method === tile.map.method
                && map.layers.join('|') === tile.map.layers.join('|'));
        const largest = Math.max(...alike.map((map) => reach(map, mode)).filter(Number.isFinite));
        return largest > 0 ? reach(tile.map, mode) / largest : 1;
    }

    /** Draws pictures and maps of a view at one size, and keeps what it has read. */
    class Painter {
        constructor(view, longest) {
            this.view = view;
            this.longest = longest;
            this.read = new Map();
        }

        async open() {
            const image = await load(this.view.picture);
            const factor = this.longest / Math.max(image.naturalWidth, image.naturalHeight);
            this.width = Math.max(1, Math.round(image.naturalWidth * factor));
            this.height = Math.max(1, Math.round(image.naturalHeight * factor));
            this.base = pixelsOf(image, this.width, this.height);
            return this;
        }

        async pixels(uri) {
            if (!this.read.has(uri)) {
                if (this.read.size > 24) {
                    this.read.delete(this.read.keys().next().value);
                }
                this.read.set(uri, pixelsOf(await load(uri), this.width, this.height));
            }
            return this.read.get(uri);
        }

        /** The values of a map for a mode: [0, 1], or [-1, 1] for both; null where there are none. */
        async values(map, mode) {
            const own = {for: 'positive', against: 'negative'}[mode];
            if (map.heat && (map.sign === own || map.concept !== undefined)) {
                const {data} = await this.pixels(map.heat);
                const heat = new Float32Array(data.length / 4);
                for (let i = 0; i < heat.length; i++) {
                    heat[i] = data[4 * i] / 255;
                }
                return heat;
            }
            if (!map.map || (map.note && mode !== 'both' && map.sign === own)) {
                return null;
            }
            const {data} = await this.pixels(map.map);
            const turn = mode === 'against' ? -1 : 1;
            const values = new Float32Array(data.length / 4);
            let most = 0;
            for (let i = 0; i < values.length; i++) {
                const root = turn * (data[4 * i] - 128) / 127;   // see MapView.java
                const value = root * Math.abs(root);
                values[i] = mode === 'both' ? value : Math.max(0, value);
                most = Math.max(most, Math.abs(values[i]));
            }
            return most < LEAST ? null : values.map((value) => value / most);
        }

        /** The place of the largest value, as a box of no size; of several the first. */
        hottest(values) {
            const at = values.indexOf(values.reduce((a, b) => Math.max(a, b), 0));
            const x = (at % this.width + 0.5) / this.width;
            const y = (Math.floor(at / this.width) + 0.5) / this.height;
            return [x, y, x, y];
        }

        /** Draws a tile; gives false where there was nothing to draw but the picture. */
        async draw(canvas, tile, settings) {
            const map = tile ? tile.map : null;
            let drawn = null;
            this.peak = null;
            if (map && map.pixels) {
                drawn = this.withPixels(await this.pixels(map.pixels), settings);
            } else if (map) {
                const values = await this.values(map, settings.mode);
                if (values) {
                    const factor = settings.shared ? sharedFactor(this.view, tile, settings.mode) : 1;
                    drawn = this.withMap(values, factor, settings);
                    this.peak = this.hottest(values);
                }
            }
            const result = drawn || new ImageData(this.base.data.slice(), this.width, this.height);
            this.dimUnseen(result.data);
            canvas.width = this.width;
            canvas.height = this.height;
            const pen = canvas.getContext('2d');
            pen.putImageData(result, 0, 0);
            if (settings.box && map && map.box) {
                this.drawBox(pen, map.box);
            }
            return drawn !== null;
        }

        withPixels(pixels, settings) {
            const result = new ImageData(this.width, this.height);
            for (let i = 0; i < result.data.length; i++) {
                result.data[i] = this.base.data[i]
                    + (pixels.data[i] - this.base.data[i]) * settings.opacity;
            }
            return result;
        }

        withMap(values, factor, settings) {
            const both = settings.mode === 'both';
            const colors = table(both ? SIGNED : settings.colors);
            const {data} = this.base;
            const result = new ImageData(this.width, this.height);
            const greying = GREYING * Math.min(1, settings.opacity / USUAL.opacity);
            for (let i = 0; i < values.length; i++) {
                const value = values[i] * factor;
                const size = Math.abs(value);
                const alpha = Math.abs(values[i]) < settings.threshold
                    ? 0 : settings.opacity * Math.pow(size, GAMMA);
                const color = 3 * Math.round(255 * (both ? (value + 1) / 2 : value));
                const at = 4 * i;
                const grey = 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
                for (let c = 0; c < 3; c++) {
                    const under = data[at + c] + (grey - data[at + c]) * greying;
                    result.data[at + c] = under + (colors[color + c] - under) * alpha;
                }
                result.data[at + 3] = 255;
            }
            if (settings.threshold > 0) {
                this.outline(values, settings.threshold, result.data);
            }
            return result;
        }

        /** A white line in a black one where the map passes the threshold; dashed where it is against. */
        outline(values, threshold, data) {
            const {width, height} = this;
            const marked = new Uint8Array(values.length);
            for (let i = 0; i < marked.length; i++) {
                marked[i] = Math.abs(values[i]) >= threshold ? 1 : 0;
            }
            for (let y = 1; y < height - 1; y++) {
                for (let x = 1; x < width - 1; x++) {
                    const i = y * width + x;
                    const inside = marked[i];
                    const passes = marked[i - 1] !== inside || marked[i + 1] !== inside
                        || marked[i - width] !== inside || marked[i + width] !== inside;
                    if (passes && !(values[i] < 0 && (x + y) % 12 < 5)) {
                        data.fill(inside ? 255 : 0, 4 * i, 4 * i + 3);
                    }
                }
            }
        }

        dimUnseen(data) {
            const [left, top, right, bottom] = this.view.seen;
            if (left <= 0 && top <= 0 && right >= 1 && bottom >= 1) {
                return;
            }
            for (let i = 0; i < data.length; i += 4) {
                const x = (i / 4) % this.width / this.width;
                const y = Math.floor(i / 4 / this.width) / this.height;
                if (x < left || x >= right || y < top || y >= bottom) {
                    for (let c = 0; c < 3; c++) {
                        data[i + c] *= 0.45;
                    }
                }
            }
        }

        drawBox(pen, [left, top, right, bottom]) {
            const line = Math.max(1, Math.round(this.longest / 320));
            const at = [left * this.width, top * this.height,
                        (right - left) * this.width, (bottom - top) * this.height];
            pen.lineWidth = 2 * line;
            pen.strokeStyle = '#000';
            pen.strokeRect(...at);
            pen.lineWidth = line;
            pen.strokeStyle = '#fff';
            pen.setLineDash([3 * line, 2 * line]);
            pen.strokeRect(...at);
        }
    }

    // ---- words and bars -----------------------------------------------------------------------

    const KINDS = {classes: 'Classes', caption: 'Caption', question: 'Question', other: ''};

    /** A word, its weight as a bar under it: full for, hatched against. */
    function piece(part) {
        const tag = part.target !== undefined || part.tooltip ? 'button' : 'span';
        const word = make(tag, {
            class: 'wf-word' + (part.target === undefined ? ' wf-plain' : ''),
            type: tag === 'button' ? 'button' : null,
            title: part.tooltip || null
        }, make('span', {class: 'wf-text'}, part.text));
        if (part.weight !== undefined) {
            const weight = make('span', {
                class: 'wf-weight' + (part.weight < 0 ? ' wf-against' : ''), 'aria-hidden': 'true'
            });
            weight.style.width = Math.round(100 * Math.min(1, Math.abs(part.weight))) + '%';
            word.append(make('span', {class: 'wf-groove', 'aria-hidden': 'true'}, weight));
        }
        return word;
    }

    function bar(part) {
        const fill = make('span', {class: 'wf-fill'});
        fill.style.width = 100 * part.value + '%';
        const track = make('span', {class: 'wf-track', 'aria-hidden': 'true'}, fill);
        if (part.mark !== undefined) {
            const mark = make('span', {class: 'wf-mark'});
            mark.style.left = 'calc(' + 100 * part.mark + '% - 2px)';
            track.append(mark);
        }
        const tag = part.target === undefined ? 'span' : 'button';
        return make(tag, {class: 'wf-bar', type: tag === 'button' ? 'button' : null},
            make('span', {class: 'wf-label'}, part.label), track,
            make('span', {class: 'wf-share'}, percent(part.value)),
            part.text ? make('span', {class: 'wf-number'}, part.text) : null);
    }

    function weightsLegend(text) {
        return make('p', {class: 'wf-small'}, 'The line under a word: ' + text + '. ',
            make('span', {class: 'wf-key', 'aria-hidden': 'true'}), ' for, ',
            make('span', {class: 'wf-key wf-against', 'aria-hidden': 'true'}), ' against.');
    }

    // ---- the viewer ---------------------------------------------------------------------------

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
