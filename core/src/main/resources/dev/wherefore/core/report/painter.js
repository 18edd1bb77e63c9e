/*
 * Draws a picture with a map on it, as HeatOverlay.java and SignedOverlay.java do. Stands before
 * viewer.js, which uses it.
 */
(function (root) {
    'use strict';

    const USUAL = {
        mode: 'for', opacity: 0.8, threshold: 0.15, shared: false, box: true, colors: 'inferno',
        tile: ''
    };
    const SIGNED = 'blue-orange';
    const GAMMA = 0.9;       // as HeatOverlay.java draws
    const GREYING = 0.7;
    const LEAST = 0.005;     // smaller shares of a signed map are lost in its 8 bits

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
                const coded = turn * (data[4 * i] - 128) / 127;   // see MapView.java
                const value = coded * Math.abs(coded);
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

    root.Wherefore = Object.assign(root.Wherefore || {}, {
        maps: {USUAL, SIGNED, Painter, tilesOf, reach, sharedFactor, canvasOf, table}
    });
})(window);
