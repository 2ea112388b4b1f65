package dev.muster.bootstrap.execution;

import dev.muster.application.execution.ChangeExecution;
import dev.muster.application.execution.ExecutionQueries;
import dev.muster.application.execution.QueueExecution;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.execution.Executions;
import dev.muster.domain.shared.UnitOfWork;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class ExecutionFactory {

    @Singleton
    ExecutionQueries executionQueries(UnitOfWork unitOfWork, Executions executions) {
        return new ExecutionQueries(unitOfWork, executions);
    }

    @Singleton
    QueueExecution queueExecution(UnitOfWork unitOfWork, Executions executions, Stamps stamps) {
        return new QueueExecution(unitOfWork, executions, stamps);
    }

    @Singleton
    ChangeExecution changeExecution(
            UnitOfWork unitOfWork, ExecutionQueries queries, Executions executions, Stamps stamps) {
        return new ChangeExecution(unitOfWork, queries, executions, stamps);
    }
}
