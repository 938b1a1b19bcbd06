package dev.sluice.planner.run;

import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.RunId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What the items of a run, which are no entities, need of the transaction of its row. */
final class RunItems {

    private RunItems() {}

    /** From {@code first} on, failures of these categories are not final. */
    static void markRetried(RunId run, int first, Predicate<FailureCategory> categories) {
        List<String> names = Arrays.stream(FailureCategory.values())
                .filter(categories)
                .map(FailureCategory::name)
                .toList();
        Run.getEntityManager()
                .createNativeQuery("update planner.run_item set what = 'retried' where run_id = :run and what = 'fail'"
                        + " and seq >= :first and category in (:categories)")
                .setParameter("categories", names)
                .setParameter("run", run.value())
                .setParameter("first", first)
                .executeUpdate();
    }

    /** Below {@code end}, the numbers that are tried again, in their order. */
    static List<Integer> retried(RunId run, int end) {
        List<?> rows = Run.getEntityManager()
                .createNativeQuery(
                        "select seq from planner.run_item where run_id = :run and what = 'retried' and seq < :end order by seq",
                        Integer.class)
                .setParameter("run", run.value())
                .setParameter("end", end)
                .getResultList();
        return rows.stream().map(Integer.class::cast).toList();
    }
}
