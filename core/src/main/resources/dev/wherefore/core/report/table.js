/* Sorts the tables of a page by a click on a column's head; what has no number comes last. */
(function () {
    'use strict';

    function value(row, column) {
        const cell = row.children[column];
        return 'value' in cell.dataset ? Number(cell.dataset.value) : cell.textContent;
    }

    function compare(a, b) {
        if (typeof a === 'string') {
            return a.localeCompare(b);
        }
        return a - b;
    }

    function sort(table, column) {
        const heads = [...table.tHead.rows[0].children];
        const before = heads[column].getAttribute('aria-sort');
        // numbers begin with the largest, names with the first
        const numbers = 'value' in table.tBodies[0].rows[0].children[column].dataset;
        const down = before === 'none' ? numbers : before === 'ascending';
        const rows = [...table.tBodies[0].rows].sort((one, other) => {
            const a = value(one, column);
            const b = value(other, column);
            if (Number.isNaN(a) || Number.isNaN(b)) {
                return Number.isNaN(a) - Number.isNaN(b);
            }
            return down ? compare(b, a) : compare(a, b);
        });
        table.tBodies[0].append(...rows);
        heads.forEach((head, i) => head.setAttribute('aria-sort',
            i !== column ? 'none' : down ? 'descending' : 'ascending'));
    }

    document.querySelectorAll('table.sorted').forEach((table) => {
        [...table.tHead.rows[0].children].forEach((head, column) =>
            head.querySelector('button').addEventListener('click', () => sort(table, column)));
    });
})();
