package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block.Cell;
import dev.sluice.markdown.document.Block.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the spans of a table no larger than they look. Editors leave columns in which no cell begins, and rows without
 * cells; without them many a table is as plain as Markdown needs it.
 */
final class Spans {

    /** Tables that would need a larger grid stay as they are. */
    private static final int LARGEST_GRID = 1_000_000;

    private final List<Row> rows;
    private final int[][] starts;
    private final int width;

    private Spans(List<Row> rows, int[][] starts, int width) {
        this.rows = rows;
        this.starts = starts;
        this.width = width;
    }

    /** The same table without columns and rows in which nothing begins. */
    static List<Row> reduced(List<Row> rows) {
        boolean spans = false;
        boolean empty = false;
        long area = 0;
        for (Row row : rows) {
            empty |= row.cells().isEmpty();
            for (Cell cell : row.cells()) {
                spans |= cell.columns() > 1 || cell.rows() > 1;
                area += (long) cell.columns() * Math.min(cell.rows(), rows.size());
            }
        }
        if (spans && area <= LARGEST_GRID) {
            return placed(rows).reduced();
        }
        return empty ? rows.stream().filter(row -> !row.cells().isEmpty()).toList() : rows;
    }

    /** Finds the column in which each cell begins, beside the cells of rows above that reach down to it. */
    private static Spans placed(List<Row> rows) {
        int[][] starts = new int[rows.size()][];
        int[] busyUntil = new int[16];
        int width = 0;
        for (int y = 0; y < rows.size(); y++) {
            List<Cell> cells = rows.get(y).cells();
            starts[y] = new int[cells.size()];
            int x = 0;
            for (int i = 0; i < cells.size(); i++) {
                Cell cell = cells.get(i);
                while (x < busyUntil.length && busyUntil[x] > y) {
                    x++;
                }
                starts[y][i] = x;
                if (x + cell.columns() > busyUntil.length) {
                    busyUntil = Arrays.copyOf(busyUntil, 2 * (x + cell.columns()));
                }
                Arrays.fill(busyUntil, x, x + cell.columns(), y + cell.rows());
                x += cell.columns();
                width = Math.max(width, x);
            }
        }
        return new Spans(rows, starts, width);
    }

    private List<Row> reduced() {
        int[] columnsBefore = new int[width + 1];
        for (int[] row : starts) {
            for (int start : row) {
                columnsBefore[start + 1] = 1;
            }
        }
        int[] rowsBefore = new int[rows.size() + 1];
        for (int y = 0; y < rows.size(); y++) {
            rowsBefore[y + 1] = rows.get(y).cells().isEmpty() ? 0 : 1;
        }
        Arrays.parallelPrefix(columnsBefore, Integer::sum);
        Arrays.parallelPrefix(rowsBefore, Integer::sum);
        List<Row> reduced = new ArrayList<>(rows.size());
        for (int y = 0; y < rows.size(); y++) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < starts[y].length; i++) {
                Cell cell = rows.get(y).cells().get(i);
                int x = starts[y][i];
                int end = Math.min(rows.size(), y + cell.rows());
                cells.add(new Cell(
                        cell.header(),
                        columnsBefore[x + cell.columns()] - columnsBefore[x],
                        rowsBefore[end] - rowsBefore[y],
                        cell.style(),
                        cell.content()));
            }
            if (!cells.isEmpty()) {
                reduced.add(new Row(cells));
            }
        }
        return reduced;
    }
}
