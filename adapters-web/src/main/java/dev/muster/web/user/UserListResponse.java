package dev.muster.web.user;

import dev.muster.domain.shared.Page;
import dev.muster.domain.user.User;
import dev.muster.web.shared.NextPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of users.
 *
 * @param data newest first
 * @param hasMore whether another page follows
 * @param nextCursor for the parameter cursor of the next page, or null
 * @param totalCount how many there are in all pages, where count=true asked for it, or null
 */
@Schema(name = "UserList")
public record UserListResponse(
        List<AdministeredUserResponse> data,
        boolean hasMore,
        @Nullable String nextCursor,
        @Nullable Long totalCount) {

    public UserListResponse {
        data = List.copyOf(data);
    }

    static UserListResponse from(Page<User> page, @Nullable Long totalCount) {
        return new UserListResponse(
                page.items().stream().map(AdministeredUserResponse::from).toList(),
                page.hasMore(),
                NextPage.cursor(page, UserCursor::encode),
                totalCount);
    }
}
