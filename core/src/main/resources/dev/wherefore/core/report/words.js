/*
 * Elements and texts that the viewer is put together of: words with a weight under them, bars,
 * numbers, places in words. Stands before viewer.js, which uses it.
 */
(function (root) {
    'use strict';

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

    root.Wherefore = Object.assign(root.Wherefore || {}, {
        words: {KINDS, make, digits, percent, place, share, piece, bar, weightsLegend}
    });
})(window);
